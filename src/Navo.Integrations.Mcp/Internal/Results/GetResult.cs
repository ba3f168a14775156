using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>What <c>get</c> gives.</summary>
internal sealed record GetResult
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    [Description("The version that was read; pass it with the offset of the next part.")]
    public required string Version { get; init; }

    [Description("The space or site that holds it.")]
    public string? Container { get; init; }

    [Description("Its address for people, to cite.")]
    public string? Address { get; init; }

    public DateTimeOffset? Modified { get; init; }

    [Description("The text as Markdown, or this part of it.")]
    public required string Markdown { get; init; }

    [Description("Where this part begins, in characters.")]
    public required int Offset { get; init; }

    [Description("How long the whole text is, in characters.")]
    public required int TotalLength { get; init; }

    [Description("Where the next part begins; absent where the text is at its end.")]
    public int? NextOffset { get; init; }

    [Description("Whether the source is down and this is an older copy.")]
    public required bool IsStale { get; init; }

    [Description("What the source holds and the text does not.")]
    public required IReadOnlyList<string> Losses { get; init; }

    [Description("How many more losses there are than those listed.")]
    public int? MoreLosses { get; init; }

    [Description("What the text is.")]
    public string Notice { get; init; } = DataNotice.Text;
}
