namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>The condition doesn't hold.</summary>
internal sealed record CqlNot(CqlExpression Operand) : CqlExpression;
