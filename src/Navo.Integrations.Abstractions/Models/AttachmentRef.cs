namespace Navo.Integrations.Abstractions;

/// <summary>A file attached to an item.</summary>
public sealed record AttachmentRef
{
    /// <summary>Its id.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its name as the source gives it; not safe as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Its declared media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }
}
