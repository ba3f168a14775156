using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>What works with the account and token that are configured, and what is missing for the rest.</summary>
public sealed record ConfluenceProbe
{
    /// <summary>The integration.</summary>
    public required IntegrationName Integration { get; init; }

    /// <summary>When it was tried.</summary>
    public required DateTimeOffset ProbedAt { get; init; }

    /// <summary>The features.</summary>
    public required IReadOnlyList<ProbedFeature> Features { get; init; }

    /// <summary>The scopes to ask for so that everything works that lacks one now.</summary>
    public IReadOnlyList<string> ScopesToAskFor =>
        [.. Features.Where(static f => f.Outcome == ProbeOutcome.MissingScope).SelectMany(static f => f.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
