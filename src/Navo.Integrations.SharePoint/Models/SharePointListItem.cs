using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>An item of a list, with its columns rendered.</summary>
public sealed record SharePointListItem
{
    /// <summary>Its id: the path of the resource in Graph.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its title; its number where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>The site that holds it.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>The id of its list in Graph.</summary>
    public required string ListId { get; init; }

    /// <summary>Its content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its columns in the list's order, without those that only the system uses.</summary>
    public IReadOnlyList<ColumnValue> Columns { get; init; } = [];

    /// <summary>Whether files are attached. Graph does not give them: they are reached through SharePoint's own API only.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>Who made it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>Who changed it last.</summary>
    public PersonRef? Editor { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The state of the item.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
