using System.Text;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>Text in runs, of cells and comments.</summary>
internal static class RichText
{
    /// <summary>Appends the text of the element on which the reader stands, and leaves the reader at its end. How a name is spoken is no text.</summary>
    public static void Append(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        int depth = reader.Depth;
        bool inText = false;
        int spoken = int.MaxValue;
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh" && !reader.IsEmptyElement:
                    spoken = Math.Min(spoken, reader.Depth);
                    break;
                case XmlNodeType.Element when reader.LocalName == "t":
                    inText = !reader.IsEmptyElement && reader.Depth < spoken;
                    break;
                case XmlNodeType.EndElement:
                    spoken = reader.Depth == spoken ? int.MaxValue : spoken;
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                    text.Append(reader.Value);
                    break;
            }
        }
    }
}
