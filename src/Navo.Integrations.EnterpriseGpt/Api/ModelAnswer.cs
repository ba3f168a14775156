namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>A whole answer of a model.</summary>
internal sealed record ModelAnswer
{
    public required string Text { get; init; }

    public required GenerationOutcome Outcome { get; init; }

    public string? Refusal { get; init; }

    /// <summary>The model that answered, as the API names it; null where it does not.</summary>
    public string? Model { get; init; }

    /// <summary>Null where the API gave none.</summary>
    public TokenUsage? Usage { get; init; }

    public string? RequestId { get; init; }
}
