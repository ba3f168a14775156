using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated file or folder.</summary>
/// <param name="Id">The id in Graph.</param>
/// <param name="DriveId">The library.</param>
/// <param name="ParentId">The folder above; null for the root of a library.</param>
/// <param name="Name">The name.</param>
public sealed record GraphItem(string Id, string DriveId, string? ParentId, string Name)
{
    /// <summary>The versions of a file, oldest first; empty for a folder.</summary>
    public ImmutableArray<GraphVersion> Versions { get; init; } = [];

    /// <summary>Permissions of its own; null where it inherits those of the folder above.</summary>
    public ImmutableArray<GraphGrant>? Grants { get; init; }

    /// <summary>The columns beside the usual ones, as JSON values.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The number within the list behind the library.</summary>
    public int ListItemId { get; init; } = 1;

    /// <summary>Who made it.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When its metadata were last changed.</summary>
    public DateTimeOffset Modified { get; init; }

    /// <summary>Who has it checked out; null where nobody does.</summary>
    public string? CheckedOutBy { get; init; }

    /// <summary>The name of its retention label.</summary>
    public string? RetentionLabel { get; init; }

    /// <summary>Whether malware was found in it.</summary>
    public bool IsMalware { get; init; }

    /// <summary>Whether it is gone: it stays in the feed of changes.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Counts the changes of the tenant up to the last one of this item.</summary>
    public long Change { get; init; }

    /// <summary>Counts the changes of the tenant up to the last one of this item that was not of its permissions alone: its tag.</summary>
    public long ContentChange { get; init; }

    /// <summary>Counts the changes of the tenant up to the last one of this item's own permissions.</summary>
    public long SharingChange { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Versions.IsEmpty;

    /// <summary>The newest version of a file.</summary>
    public GraphVersion Latest => Versions[^1];
}
