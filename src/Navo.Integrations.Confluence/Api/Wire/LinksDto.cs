using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The links of an answer.</summary>
public sealed record LinksDto
{
    /// <summary>The next page: relative, or relative to <see cref="Base"/> on v1.</summary>
    public string? Next { get; set; }

    /// <summary>The address of the site, for people.</summary>
    public string? Base { get; set; }

    /// <summary>The path of the item for people, relative to <see cref="Base"/>.</summary>
    [JsonPropertyName("webui")]
    public string? WebUi { get; set; }

    /// <summary>Of attachments: the path of the bytes, relative to <see cref="Base"/>.</summary>
    public string? Download { get; set; }
}
