using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>One page of a list, of v1, v2 and Data Center alike.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed record ListDto<T>
{
    /// <summary>The items.</summary>
    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>The offset of the first item, where the list counts.</summary>
    public int? Start { get; set; }

    /// <summary>The page size that the server used, where it says so.</summary>
    public int? Limit { get; set; }

    /// <summary>The items on this page, where it says so.</summary>
    public int? Size { get; set; }

    /// <summary>The items on all pages, where it says so.</summary>
    public long? TotalSize { get; set; }

    /// <summary>The links; <c>next</c> is absent on the last page.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
