using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>A numbered text that a model is given.</summary>
/// <param name="Number">The number of its marker.</param>
/// <param name="Item">What is known of the item.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Text">The text, or what was chosen of it.</param>
internal sealed record ContextPassage(int Number, ContentMetadata Item, string Version, string Text)
{
    private const int SnippetLength = 200;

    public string Key => $"{Item.Source}/{Item.Id}";

    /// <summary>The beginning of the text, for people.</summary>
    public string Snippet => Text.Length <= SnippetLength ? Text : Text[..TextCut.At(Text, SnippetLength)];

    /// <summary>The text between tags that it cannot forge.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"<passage marker=\"[{Number}]\" source=\"{PassageText.Attribute(Key)}\" version=\"{PassageText.Attribute(Version)}\" title=\"{PassageText.Attribute(Item.Title)}\">\n{PassageText.Escape(Text)}\n</passage>");
}
