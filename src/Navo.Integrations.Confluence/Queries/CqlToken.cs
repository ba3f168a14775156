namespace Navo.Integrations.Confluence;

/// <summary>A token of a raw query and where it stands.</summary>
internal readonly record struct CqlToken(CqlTokenKind Kind, int Start, int Length)
{
    public bool IsWord(string query, string word) =>
        Kind == CqlTokenKind.Word && query.AsSpan(Start, Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
