using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A space.</summary>
public sealed record SpaceDto
{
    /// <summary>The numeric id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; init; }

    /// <summary>The key.</summary>
    public string? Key { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The type, for example <c>global</c> or <c>personal</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The status: <c>current</c> or <c>archived</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The id of the home page (v2).</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? HomepageId { get; init; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; init; }
}
