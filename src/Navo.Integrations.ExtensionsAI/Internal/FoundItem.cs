using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>A hit as a model gets it.</summary>
internal sealed record FoundItem(string Source, string Id, string Title, string? Excerpt, string? Address, DateTimeOffset? Modified)
{
    public static FoundItem Of(SearchHit hit) => new(hit.Source.ToString(), hit.Id.Value, hit.Title, hit.Excerpt, hit.WebAddress?.AbsoluteUri, hit.Modified);
}
