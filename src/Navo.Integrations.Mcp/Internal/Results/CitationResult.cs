using System.ComponentModel;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>What a marker stands for.</summary>
internal sealed record CitationResult
{
    [Description("The number within the markers.")]
    public required int Number { get; init; }

    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    [Description("The page, slide or rows within the item.")]
    public string? Location { get; init; }

    [Description("Its address for people.")]
    public string? Address { get; init; }

    [Description("The words that support the answer.")]
    public required IReadOnlyList<string> Quotes { get; init; }

    public static CitationResult Of(CitedSource source) => new()
    {
        Number = source.Number,
        Source = source.Source.ToString(),
        Id = source.Id.Value,
        Title = source.Title,
        Version = source.Version,
        Location = source.Location,
        Address = source.Address?.AbsoluteUri,
        Quotes = source.Quotes,
    };
}
