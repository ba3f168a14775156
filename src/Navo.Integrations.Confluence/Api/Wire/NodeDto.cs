using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>An ancestor, child or descendant in the content tree of v2.</summary>
public sealed record NodeDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The type: <c>page</c>, <c>folder</c>, <c>whiteboard</c>, <c>database</c> or <c>embed</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The title; ancestors have none.</summary>
    public string? Title { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>Of descendants: how far below the content asked about, from 1.</summary>
    public int? Depth { get; set; }
}
