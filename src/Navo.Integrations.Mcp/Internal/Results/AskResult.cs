using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>What <c>ask</c> gives.</summary>
internal sealed record AskResult
{
    [Description("The answer as Markdown, with markers such as [1].")]
    public required string Text { get; init; }

    [Description("Whether anything supports an answer; if not, the text says so.")]
    public required bool IsKnown { get; init; }

    [Description("Whether the answer is whole.")]
    public required bool IsComplete { get; init; }

    [Description("What the markers stand for.")]
    public required IReadOnlyList<CitationResult> Citations { get; init; }

    [Description("What is to be known beside the answer: sources that differ, are old or missing.")]
    public required IReadOnlyList<string> Notices { get; init; }

    [Description("What the texts are.")]
    public string Notice { get; init; } = DataNotice.Text;
}
