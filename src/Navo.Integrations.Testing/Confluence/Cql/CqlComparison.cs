namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A field compared with one value, or with several for <c>in</c> and <c>not in</c>.</summary>
internal sealed record CqlComparison(string Field, string Operator, IReadOnlyList<CqlValue> Values) : CqlExpression;
