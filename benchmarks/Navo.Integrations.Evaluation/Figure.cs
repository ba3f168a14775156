namespace Navo.Integrations.Evaluation;

/// <summary>A line of the table.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Of">Over how many.</param>
/// <param name="Bound">The floor, or the most where <paramref name="IsCeiling"/>.</param>
/// <param name="IsCeiling">Whether less is better.</param>
public sealed record Figure(string What, double Value, int Of, double Bound, bool IsCeiling = false)
{
    /// <summary>Whether the bound holds.</summary>
    public bool IsMet => IsCeiling ? Value <= Bound : Value >= Bound;
}
