using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A version of a document: a point to which it can be restored.</summary>
public sealed record DocumentVersion
{
    /// <summary>The document.</summary>
    public required ContentId Document { get; init; }

    /// <summary>Its label, such as <c>3.0</c>; whole numbers are published versions.</summary>
    public required string VersionId { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>Who saved it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Whether it is the newest one.</summary>
    public required bool IsNewest { get; init; }
}
