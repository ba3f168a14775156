namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>At least one condition holds.</summary>
internal sealed record CqlOr(CqlExpression Left, CqlExpression Right) : CqlExpression;
