using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>get</c> takes.</summary>
internal sealed record GetArguments : ItemArguments
{
    [Description("Where to begin in the text, in characters: the nextOffset of the result before.")]
    [Range(0, int.MaxValue)]
    public int? Offset { get; init; }

    [Description("The version of the result before, so that the parts are of one text.")]
    public string? Version { get; init; }
}
