using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A list of a site.</summary>
public sealed record SharePointList
{
    /// <summary>Its id in Graph.</summary>
    public required string ListId { get; init; }

    /// <summary>The id of its site in Graph.</summary>
    public required string SiteId { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>The site that holds it.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>What it was made from, such as <c>genericList</c> or <c>documentLibrary</c>.</summary>
    public string? Template { get; init; }

    /// <summary>Whether it is a library, whose files are read through <see cref="ISharePointClient.GetLibraryItemsAsync"/>.</summary>
    public bool IsLibrary => Template is "documentLibrary" or "webPageLibrary";

    /// <summary>Whether it is hidden from people, or the system's own.</summary>
    public bool IsHidden { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
