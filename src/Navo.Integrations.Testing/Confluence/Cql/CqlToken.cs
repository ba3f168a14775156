namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A CQL token with the place where it began.</summary>
internal readonly record struct CqlToken(CqlTokenKind Kind, string Value, int Position)
{
    public bool IsWord(string word) => Kind is CqlTokenKind.Word && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
