using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A file, folder or package of a library, with what its library says of it.</summary>
public sealed record SharePointItem
{
    /// <summary>Its id: the path of the resource in Graph.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its name as the source gives it; not safe as a path.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required SharePointItemKind Kind { get; init; }

    /// <summary>The site that holds it.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>The id of its library in Graph.</summary>
    public required string LibraryId { get; init; }

    /// <summary>The folders above it within the library, outermost first, joined by slashes; empty in the root; null where the source does not tell it.</summary>
    public string? FolderPath { get; init; }

    /// <summary>The folder above it; null for the root of a library.</summary>
    public ContentId? Parent { get; init; }

    /// <summary>Its size in bytes; of a folder, of all that it holds.</summary>
    public long? Size { get; init; }

    /// <summary>Its declared media type; null for a folder.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Who made it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>Who changed it last.</summary>
    public PersonRef? Editor { get; init; }

    /// <summary>Who has it checked out; null where nobody does.</summary>
    public PersonRef? CheckedOutBy { get; init; }

    /// <summary>The state of its content: it changes with the bytes and not with the metadata. Null for a folder.</summary>
    public string? ContentTag { get; init; }

    /// <summary>The state of the item as a whole.</summary>
    public string? EntityTag { get; init; }

    /// <summary>The hash of its bytes that SharePoint keeps (quickXorHash, base64); null where it keeps none.</summary>
    public string? QuickXorHash { get; init; }

    /// <summary>Whether the source found malware in it. Its bytes can't be read then.</summary>
    public bool IsMalware { get; init; }

    /// <summary>The content type of its library; null where the options leave metadata out.</summary>
    public string? ContentType { get; init; }

    /// <summary>The columns of its library, rendered; empty where the options leave metadata out.</summary>
    public IReadOnlyList<ColumnValue> Columns { get; init; } = [];

    /// <summary>The name of its sensitivity label; null where it has none, or the options leave metadata out.</summary>
    public string? SensitivityLabel { get; init; }

    /// <summary>The name of its retention label; null where it has none, or the options leave metadata out.</summary>
    public string? RetentionLabel { get; init; }

    /// <summary>The name under which it can be saved: free of separators, reserved names and invisible characters, at most 200 bytes of UTF-8.</summary>
    public string SafeFileName => Text.SafeFileName.From(Name);
}
