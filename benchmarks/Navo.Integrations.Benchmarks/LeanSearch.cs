using System.Text.Json.Serialization;

namespace Navo.Integrations.Benchmarks;

/// <summary>The least that a caller of a search needs: what hand-written code would read.</summary>
internal sealed record LeanSearch(List<LeanSearch.Hit>? Results, long? TotalSize, [property: JsonPropertyName("_links")] LeanSearch.Links? Paging)
{
    internal sealed record Hit(Content? Content, string? Excerpt, string? Url, DateTimeOffset? LastModified);

    internal sealed record Content(string? Id, string? Type, string? Title, Space? Space, Version? Version);

    internal sealed record Space(string? Key, string? Name);

    internal sealed record Version(int Number);

    internal sealed record Links(string? Next, string? Base);
}
