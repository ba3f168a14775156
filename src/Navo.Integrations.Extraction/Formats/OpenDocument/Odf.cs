using System.Globalization;
using System.Text;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>Attributes and bare text of elements, by their local names.</summary>
internal static class Odf
{
    /// <summary>An attribute of the element on which the reader stands.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name ? reader.Value : value;
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>A count of at least 1.</summary>
    public static int Count(XmlReader reader, string name) =>
        int.TryParse(Attribute(reader, name), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? Math.Max(count, 1) : 1;

    /// <summary>The bare text of the element on which the reader stands, which is left at its end; without its creator and date.</summary>
    public static (string Text, string Creator) Text(XmlReader reader)
    {
        StringBuilder text = new();
        string creator = string.Empty;
        string inside = string.Empty;
        int depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    inside = reader.LocalName;
                    break;
                case XmlNodeType.EndElement:
                    inside = reader.LocalName is "creator" or "date" or "note-citation" ? string.Empty : inside;
                    _ = reader.LocalName is "p" or "h" ? text.Append('\n') : text;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace when inside == "creator":
                    creator = reader.Value;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace when inside is not ("date" or "date-string" or "note-citation"):
                    text.Append(reader.Value);
                    break;
            }

            if (reader is { IsEmptyElement: true, LocalName: "s" or "tab" or "line-break" })
            {
                text.Append(' ');
            }
        }

        return (text.ToString().Trim(), creator);
    }
}
