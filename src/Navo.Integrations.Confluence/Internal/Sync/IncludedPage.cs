namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>A page as an inclusion names it.</summary>
/// <param name="Space">The key of its space.</param>
/// <param name="Title">Its title.</param>
internal sealed record IncludedPage(string Space, string Title)
{
    /// <summary>The same for the same page however its space and title are written: Confluence regards no case.</summary>
    public string Key { get; } = $"{Space}\n{Title.Trim()}".ToUpperInvariant();
}
