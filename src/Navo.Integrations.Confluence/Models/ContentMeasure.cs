namespace Navo.Integrations.Confluence;

/// <summary>How much of what there is in a text.</summary>
/// <param name="Characters">UTF-16 characters of text that are not white space; markup and the parameters of macros are not text.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Links">Links and mentions, images apart.</param>
/// <param name="Images">Images.</param>
/// <param name="CodeBlocks">Blocks of code.</param>
public readonly record struct ContentMeasure(int Characters, int Tables, int Links, int Images, int CodeBlocks);
