using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>Which item a tool is asked about. A schema names it before what the tool takes besides.</summary>
internal abstract record ItemArguments
{
    [Description("The source, as a hit names it.")]
    [JsonPropertyOrder(-2)]
    public required string Source { get; init; }

    [Description("The id of the item, as a hit has it.")]
    [JsonPropertyOrder(-1)]
    [StringLength(ContentId.MaxLength, MinimumLength = 1)]
    public required string Id { get; init; }
}
