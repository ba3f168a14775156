using System.Text;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Writes equations (Office MathML) in a line.</summary>
internal static class MathText
{
    private const int MaxDepth = 64;

    /// <summary>The equation on which the reader stands; the reader is left at its end.</summary>
    public static string Read(XmlReader reader)
    {
        StringBuilder text = new();
        Children(reader, text, 0);
        return text.ToString();
    }

    private static void Children(XmlReader reader, StringBuilder text, int level)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Element(reader, text, level + 1);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }
    }

    private static void Element(XmlReader reader, StringBuilder text, int level)
    {
        if (level > MaxDepth)
        {
            throw new InvalidDataException("An equation is nested without end.");
        }

        switch (reader.LocalName)
        {
            case "sup" or "lim":
                Part(reader, text, "^(", ")", level);
                break;
            case "sub":
                Part(reader, text, "_(", ")", level);
                break;
            case "num":
                Part(reader, text, "(", ")", level);
                break;
            case "den":
                Part(reader, text, "/(", ")", level);
                break;
            case "rad":
                Part(reader, text, "\u221A(", ")", level);
                break;
            case "deg":
                Part(reader, text, "[", "]", level);
                break;
            case "d":
                Part(reader, text, "(", ")", level);
                break;
            case "chr" or "begChr":
                text.Append(Word.Attribute(reader, "val"));
                Children(reader, text, level);
                break;
            case "mr":
                Part(reader, text, string.Empty, "; ", level);
                break;
            default:
                Children(reader, text, level);
                break;
        }
    }

    // An empty part, such as the degree of a square root, leaves no signs.
    private static void Part(XmlReader reader, StringBuilder text, string before, string after, int level)
    {
        int start = text.Append(before).Length;
        Children(reader, text, level);
        if (text.Length == start)
        {
            text.Length -= before.Length;
        }
        else if (before is "^(" or "_(" && text.Length == start + 1)
        {
            text.Remove(start - 1, 1);
        }
        else
        {
            text.Append(after);
        }
    }
}
