using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated list that is no library of documents.</summary>
/// <param name="Id">The id in Graph.</param>
/// <param name="SiteId">The site.</param>
/// <param name="Title">The name.</param>
/// <param name="Template">What it was made from, such as <c>genericList</c> or <c>webPageLibrary</c>.</param>
public sealed record GraphList(string Id, string SiteId, string Title, string Template = "genericList")
{
    /// <summary>The columns: name, title and the member of a column definition that says its type.</summary>
    public ImmutableArray<(string Name, string Title, string Type)> Columns { get; init; } = [];

    /// <summary>The items.</summary>
    public ImmutableArray<GraphListItem> Items { get; init; } = [];

    /// <summary>The numbers of items that are gone, each with the change that took it away; set by the tenant.</summary>
    public ImmutableDictionary<int, long> Gone { get; init; } = ImmutableDictionary<int, long>.Empty;

    /// <summary>Whether people are not shown it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it is the system's own.</summary>
    public bool IsSystem { get; init; }
}
