namespace Navo.Integrations.Confluence;

/// <summary>Where a comment stands.</summary>
public enum CommentPlacement
{
    /// <summary>Below the page.</summary>
    Footer,

    /// <summary>At a passage of the text, which it quotes.</summary>
    Inline,
}
