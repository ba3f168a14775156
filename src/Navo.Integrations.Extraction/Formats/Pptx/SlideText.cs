using System.Text;
using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Pptx;

/// <summary>The bare text of a part beside a slide: notes, comments, diagrams.</summary>
internal static class SlideText
{
    /// <summary>Reads the part; its stream is closed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="onlyBody">Whether only the body of notes counts, and not the number and date of the page.</param>
    public static string Read(Stream part, bool onlyBody)
    {
        StringBuilder text = new();
        using XmlReader reader = SafeXml.Read(part);
        bool inText = false;
        bool isBody = !onlyBody;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "sp":
                    isBody = !onlyBody;
                    break;
                case XmlNodeType.Element when reader.LocalName == "ph":
                    isBody = !onlyBody || reader.GetAttribute("type") == "body";
                    break;
                case XmlNodeType.Element:
                    inText = reader.LocalName is "t" or "text" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    _ = reader.LocalName is "p" or "text" && isBody && text.Length > 0 && text[^1] != '\n' ? text.Append('\n') : text;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText && isBody:
                    text.Append(reader.Value);
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
