namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Both conditions hold.</summary>
internal sealed record CqlAnd(CqlExpression Left, CqlExpression Right) : CqlExpression;
