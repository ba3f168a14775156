using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A library of a site, or a OneDrive. It is known by its id: its name differs by language and can be changed.</summary>
public sealed record SharePointLibrary
{
    /// <summary>Its id in Graph, that of a drive.</summary>
    public required string LibraryId { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>The site that holds it.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>Whether it is somebody's OneDrive.</summary>
    public bool IsOneDrive { get; init; }

    /// <summary>Whether the system made it for itself.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Who owns it; of a OneDrive, the person.</summary>
    public PersonRef? Owner { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
