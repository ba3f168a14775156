namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A node of a parsed condition.</summary>
internal abstract record CqlExpression;
