using System.Buffers;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Counts what a body holds while it is read, and what is written of it.</summary>
internal sealed class RetentionTally
{
    private static readonly SearchValues<char> Rare = SearchValues.Create("\n\r\t\u00A0");

    private int _characters;
    private int _tables;
    private int _links;
    private int _images;
    private int _code;

    /// <summary>Counts an element of the body.</summary>
    public void Element(StorageCursor at, string name)
    {
        switch (name)
        {
            case "table":
                _tables++;
                break;
            case "ac:link":
                _links++;
                break;
            case "a" when !string.IsNullOrWhiteSpace(at.Attribute("href")):
                _links++;
                break;
            case "ac:image" or "img":
                _images++;
                break;
            case "pre" or "ac:plain-text-body":
                _code++;
                break;
        }
    }

    /// <summary>Counts text of the body.</summary>
    public void Text(ReadOnlySpan<char> text) => _characters += Visible(text);

    /// <summary>The count, with what was written.</summary>
    public ContentRetention ToRetention(MarkdownWriter writer, LinkTracker links) => new(
        new(_characters, _tables, _links, _images, _code),
        new(Visible(writer.Current.Plain.From(0)), writer.Tables, links.Count - links.Images, links.Images, writer.CodeBlocks));

    // Vectorized counts cost less than a look at each character; most texts have no white space but spaces.
    private static int Visible(ReadOnlySpan<char> text) => text.Length - text.Count(' ')
        - (text.ContainsAny(Rare) ? text.Count('\n') + text.Count('\r') + text.Count('\t') + text.Count('\u00A0') : 0);
}
