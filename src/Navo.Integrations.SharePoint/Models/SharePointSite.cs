using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A site.</summary>
public sealed record SharePointSite
{
    /// <summary>Its id: the path of the resource in Graph.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its id in Graph: host, collection and web.</summary>
    public required string SiteId { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>Its address.</summary>
    public required Uri WebAddress { get; init; }

    /// <summary>What kind of site it is, by its address.</summary>
    public required SharePointSiteKind Kind { get; init; }

    /// <summary>Whether it is the top of its collection rather than below another site.</summary>
    public bool IsTop { get; init; }

    /// <summary>The geographic code where its collection is kept; null where the source does not tell it.</summary>
    public string? DataLocation { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }
}
