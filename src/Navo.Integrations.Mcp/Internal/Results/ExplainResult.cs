using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>What <c>explain</c> gives.</summary>
internal sealed record ExplainResult
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    [Description("Whether you may see the item. False for what is absent as for what is hidden.")]
    public required bool IsVisible { get; init; }

    [Description("The same in a sentence.")]
    public required string Text { get; init; }

    [Description("The conditions that let you see it, where the source tells them; all of them hold.")]
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }
}
