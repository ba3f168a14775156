using System.ComponentModel;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>A hit.</summary>
internal sealed record HitResult
{
    [Description("The source; get takes it with the id.")]
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    [Description("What it is, such as page or document.")]
    public required string Kind { get; init; }

    [Description("The space or site that holds it.")]
    public string? Container { get; init; }

    [Description("A passage around the match.")]
    public string? Excerpt { get; init; }

    [Description("Its address for people, to cite.")]
    public string? Address { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? Version { get; init; }

    [Description("Other addresses at which nearly the same text stands.")]
    public IReadOnlyList<HitResult>? Alternatives { get; init; }

    public static HitResult Of(FederatedHit hit) => Of(hit.Hit) with { Alternatives = hit.Alternatives.Count == 0 ? null : [.. hit.Alternatives.Select(static other => Of(other))] };

    private static HitResult Of(SearchHit hit) => new()
    {
        Source = hit.Source.ToString(),
        Id = hit.Id.Value,
        Title = hit.Title,
        Kind = WireName.Of(hit.Kind),
        Container = hit.Container?.Name ?? hit.Container?.Key,
        Excerpt = hit.Excerpt,
        Address = hit.WebAddress?.AbsoluteUri,
        Modified = hit.Modified,
        Version = hit.Version,
    };
}
