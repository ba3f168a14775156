using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated site.</summary>
/// <param name="Id">The id in Graph: host, collection and web.</param>
/// <param name="WebUrl">The address.</param>
/// <param name="Title">The name.</param>
public sealed record GraphSite(string Id, string WebUrl, string Title)
{
    /// <summary>The site above it; null for the top of a collection.</summary>
    public string? ParentId { get; init; }

    /// <summary>The members of the site's own groups, users and directory groups, by the group's number. Graph does not list them.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Groups { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>What the site's libraries and lists inherit.</summary>
    public ImmutableArray<GraphGrant> Grants { get; init; } = [];

    /// <summary>Counts the changes of the tenant up to the last one of this site.</summary>
    public long Change { get; init; }

    /// <summary>The host of <see cref="WebUrl"/>.</summary>
    public string Host => new Uri(WebUrl).Host;
}
