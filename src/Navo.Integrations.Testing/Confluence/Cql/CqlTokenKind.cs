namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>The kinds of CQL tokens.</summary>
internal enum CqlTokenKind
{
    Word,
    Text,
    Operator,
    Open,
    Close,
    Comma,
    End,
}
