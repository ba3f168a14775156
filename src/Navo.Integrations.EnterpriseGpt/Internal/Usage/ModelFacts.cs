namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What is known about a model on a day.</summary>
internal sealed record ModelFacts
{
    /// <summary>Its id without the date of a snapshot.</summary>
    public required string Id { get; init; }

    /// <summary>The price in force; null where none is known for the day.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>What long prompts cost; null for models that have no such rule.</summary>
    public LongContextRule? LongContext { get; init; }

    /// <summary>Input and output together, in tokens; null where it is not known.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>The longest answer in tokens, hidden ones included; null where it is not known.</summary>
    public int? MaxOutput { get; init; }

    /// <summary>Whether it thinks in hidden tokens.</summary>
    public bool IsReasoning { get; init; }

    public TemperatureUse Temperature { get; init; }

    /// <summary>The day on which it leaves the API; null where none is announced.</summary>
    public DateOnly? Shutdown { get; init; }

    /// <summary>The model that OpenAI names to take its place.</summary>
    public string? Replacement { get; init; }
}
