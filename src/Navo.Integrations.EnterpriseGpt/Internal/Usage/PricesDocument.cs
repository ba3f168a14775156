namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The file of prices.</summary>
internal sealed record PricesDocument
{
    /// <summary>The day on which the prices were looked up.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where they were found.</summary>
    public IReadOnlyList<string> Source { get => field ?? []; init; }

    /// <summary>Always <c>USD</c>: budgets and costs are in US dollars.</summary>
    public required string Currency { get; init; }

    /// <summary>What processing in a chosen region costs on top: 0.10 for a tenth.</summary>
    public decimal RegionalSurcharge { get; init; }

    public required IReadOnlyList<PricesModel> Models { get; init; }
}
