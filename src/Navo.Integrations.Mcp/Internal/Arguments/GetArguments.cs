using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>get</c> takes.</summary>
internal sealed record GetArguments
{
    [Description("The source, as a hit names it.")]
    public required string Source { get; init; }

    [Description("The id of the item, as a hit has it.")]
    [StringLength(ContentId.MaxLength, MinimumLength = 1)]
    public required string Id { get; init; }

    [Description("Where to begin in the text, in characters: the nextOffset of the result before.")]
    [Range(0, int.MaxValue)]
    public int? Offset { get; init; }

    [Description("The version of the result before, so that the parts are of one text.")]
    public string? Version { get; init; }
}
