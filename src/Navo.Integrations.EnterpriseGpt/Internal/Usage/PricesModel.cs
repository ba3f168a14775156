namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>A model in the file of prices.</summary>
internal sealed record PricesModel
{
    public required string Id { get; init; }

    /// <summary>Other names of the same model.</summary>
    public IReadOnlyList<string> Also { get => field ?? []; init; }

    public int? ContextWindow { get; init; }

    public int? MaxInput { get; init; }

    public int? MaxOutput { get; init; }

    public bool IsReasoning { get; init; }

    public TemperatureUse Temperature { get; init; }

    public DateOnly? Shutdown { get; init; }

    public string? Replacement { get; init; }

    public LongContextRule? LongContext { get; init; }

    /// <summary>Its prices, the oldest first; each holds until the next one.</summary>
    public required IReadOnlyList<ModelPrice> Prices { get; init; }

    public ModelFacts On(DateOnly day) => new()
    {
        Id = Id,
        Price = Prices.LastOrDefault(price => price.From <= day),
        LongContext = LongContext,
        ContextWindow = ContextWindow,
        MaxOutput = MaxOutput,
        IsReasoning = IsReasoning,
        Temperature = Temperature,
        Shutdown = Shutdown,
        Replacement = Replacement,
    };
}
