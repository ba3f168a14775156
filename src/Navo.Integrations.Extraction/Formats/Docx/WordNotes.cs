using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Footnotes, endnotes and comments, each read where the text refers to it.</summary>
internal sealed class WordNotes(MainDocumentPart main, OfficeParts parts)
{
    private readonly Dictionary<string, Dictionary<string, (string Text, string Author)>> _notes = new(StringComparer.Ordinal);
    private int _footnotes;

    /// <summary>The note to which a reference leads.</summary>
    /// <param name="kind">The name of its element: <c>footnote</c>, <c>endnote</c> or <c>comment</c>.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The mark in the text, the label of the note and its text; null where there is none.</returns>
    public (string Mark, string Label, string Text)? Find(string kind, string? id)
    {
        if (id is null || !All(kind).TryGetValue(id, out (string Text, string Author) note))
        {
            return null;
        }

        if (kind == "comment")
        {
            return (string.Empty, note.Author.Length > 0 ? $"Comment by {note.Author}" : "Comment", note.Text);
        }

        string number = (++_footnotes).ToString(CultureInfo.InvariantCulture);
        return ($"[{number}]", $"Note {number}", note.Text);
    }

    private Dictionary<string, (string Text, string Author)> All(string kind)
    {
        if (!_notes.TryGetValue(kind, out Dictionary<string, (string, string)>? all))
        {
            OpenXmlPart? part = kind switch
            {
                "footnote" => main.FootnotesPart,
                "endnote" => main.EndnotesPart,
                _ => main.WordprocessingCommentsPart,
            };
            _notes[kind] = all = part is null ? [] : Read(parts.Open(part), kind);
        }

        return all;
    }

    private static Dictionary<string, (string Text, string Author)> Read(Stream part, string kind)
    {
        Dictionary<string, (string, string)> notes = new(StringComparer.Ordinal);
        using XmlReader reader = SafeXml.Read(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == kind && Word.Attribute(reader, "id") is { } id)
            {
                string author = Word.Attribute(reader, "author") ?? string.Empty;
                notes[id] = (Text(reader), author);
            }
        }

        return notes;
    }

    // Deleted text stands in elements of another name, so it is left out by itself.
    private static string Text(XmlReader note)
    {
        StringBuilder text = new();
        int depth = note.Depth;
        bool inText = false;
        while (!note.IsEmptyElement && note.Read() && note.Depth > depth)
        {
            switch (note.NodeType)
            {
                case XmlNodeType.Element:
                    inText = note.LocalName == "t" && !note.IsEmptyElement;
                    text.Append(note.LocalName is "tab" or "br" ? " " : string.Empty);
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    text.Append(note.LocalName == "p" ? "\n" : string.Empty);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    text.Append(note.Value);
                    break;
            }

            if (note is { NodeType: XmlNodeType.Element, IsEmptyElement: true } && note.Depth == depth)
            {
                break;
            }
        }

        return text.ToString().Trim();
    }
}
