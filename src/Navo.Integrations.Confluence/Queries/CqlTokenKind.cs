namespace Navo.Integrations.Confluence;

/// <summary>What a token of a raw query is.</summary>
internal enum CqlTokenKind
{
    Word,
    Text,
    Open,
    Close,
    Comma,
    Operator,
}
