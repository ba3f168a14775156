namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What the body itself does not say.</summary>
internal sealed record StorageRenderContext
{
    /// <summary>The title of the page, for anchors.</summary>
    public required string Title { get; init; }

    /// <summary>How the site makes fragments of headings.</summary>
    public HeadingAnchorStyle AnchorStyle { get; init; }

    /// <summary>The display name of an account id, user key or user name; null where it is not known, and the id is shown.</summary>
    public Func<string, string?> UserName { get; init; } = static _ => null;
}
