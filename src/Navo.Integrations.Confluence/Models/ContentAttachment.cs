using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A file attached to a page or blog post.</summary>
public sealed record ContentAttachment
{
    /// <summary>Its id, which begins with <c>att</c>.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its name as its uploader gave it; not safe as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>
    /// Its name as it can be saved on any system: one segment without separators, control, reserved or invisible characters,
    /// 1 to 200 bytes of UTF-8, its extension kept. Two attachments may have the same one.
    /// </summary>
    public required string SafeFileName { get; init; }

    /// <summary>Its declared media type; not a proof of what it holds.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The number of its newest version.</summary>
    public required int Version { get; init; }

    /// <summary>Who uploaded the newest version.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>When its first version was uploaded.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its newest version was uploaded.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>What the uploader said of it; null where nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
