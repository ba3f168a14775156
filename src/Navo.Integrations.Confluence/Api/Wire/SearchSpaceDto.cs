using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The space of a search hit.</summary>
public sealed record SearchSpaceDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The key.</summary>
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Key { get; set; }

    /// <summary>The name.</summary>
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Name { get; set; }
}
