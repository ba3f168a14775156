namespace Navo.Integrations.Confluence;

/// <summary>What became of a comment.</summary>
public enum CommentResolution
{
    /// <summary>The source does not say, as for footer comments of Cloud.</summary>
    Unknown = 0,

    /// <summary>Open, or opened again.</summary>
    Open,

    /// <summary>Resolved.</summary>
    Resolved,

    /// <summary>The passage that it was made on is no longer in the text.</summary>
    Dangling,
}
