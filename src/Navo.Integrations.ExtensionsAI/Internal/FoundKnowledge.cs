using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>What the search function gives a model.</summary>
internal sealed record FoundKnowledge
{
    public required IReadOnlyList<FoundItem> Hits { get; init; }

    /// <summary>Sources that did not answer in full; what is missing by permission is not said.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public static FoundKnowledge Of(FederatedPage page) => new()
    {
        Hits = [.. page.Hits.Select(static hit => FoundItem.Of(hit.Hit))],
        Missing = MissingFrom(page),
    };

    public static string[] MissingFrom(FederatedPage page) => [.. page.ForReader().Reports.Where(static report => !report.IsComplete).Select(static report => report.Source.ToString())];
}
