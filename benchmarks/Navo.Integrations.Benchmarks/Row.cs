namespace Navo.Integrations.Benchmarks;

/// <summary>One line of the table.</summary>
internal sealed record Row(string What, string Measured, string Against, string Ratio, string Target, bool IsMet = true);
