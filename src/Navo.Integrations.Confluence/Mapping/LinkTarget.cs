namespace Navo.Integrations.Confluence.Mapping;

/// <summary>What a link names, before anything is asked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id of the content, or of the content that an attachment hangs on; or the id of a person.</param>
internal sealed record LinkTarget(LinkTargetKind Kind, string? Id = null)
{
    public string? Space { get; init; }

    /// <summary>The title of a page, or the file name of an attachment.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a title is that of a blog post, and of no page.</summary>
    public bool IsBlogPost { get; init; }

    public string? Anchor { get; init; }

    /// <summary>Why it was not understood.</summary>
    public string? Problem { get; init; }

    public static LinkTarget Unrecognized(string problem) => new(LinkTargetKind.Unrecognized) { Problem = problem };
}
