using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A space.</summary>
public sealed record SpaceDto
{
    /// <summary>The numeric id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The key.</summary>
    public string? Key { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The type, for example <c>global</c> or <c>personal</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The status: <c>current</c> or <c>archived</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The id of the home page (v2).</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? HomepageId { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
