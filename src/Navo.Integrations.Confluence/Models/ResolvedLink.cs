using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Where a link leads, as far as one reader may know.</summary>
public sealed record ResolvedLink
{
    /// <summary>The link as it was given.</summary>
    public required string Link { get; init; }

    /// <summary>What became of it.</summary>
    public required LinkOutcome Outcome { get; init; }

    /// <summary>The id of the content or attachment; only where it was found.</summary>
    public ContentId? Id { get; init; }

    /// <summary>What it is; only where it was found.</summary>
    public ContentKind? Kind { get; init; }

    /// <summary>Its title, or the file name of an attachment; only where it was found.</summary>
    public string? Title { get; init; }

    /// <summary>The key of the space; only where it was found.</summary>
    public string? SpaceKey { get; init; }

    /// <summary>Its address for people; only where it was found and the source gives one.</summary>
    public Uri? WebAddress { get; init; }

    /// <summary>The anchor within the content that the link names.</summary>
    public string? Anchor { get; init; }

    /// <summary>The person whom the link names.</summary>
    public PrincipalId? Person { get; init; }

    /// <summary>Why it was not understood.</summary>
    public string? Detail { get; init; }

    /// <summary>Why it could not be found out.</summary>
    public IntegrationException? Error { get; init; }
}
