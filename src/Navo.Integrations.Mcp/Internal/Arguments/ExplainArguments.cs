using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>explain</c> takes.</summary>
internal sealed record ExplainArguments
{
    [Description("The source, as a hit names it.")]
    public required string Source { get; init; }

    [Description("The id of the item, as a hit has it.")]
    [StringLength(ContentId.MaxLength, MinimumLength = 1)]
    public required string Id { get; init; }
}
