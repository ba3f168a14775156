using System.Text;
using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>Reads the comments on cells.</summary>
internal static class XlsxComments
{
    /// <summary>Reads the part; its stream is closed at the end.</summary>
    public static IEnumerable<(string Cell, string Text)> Read(Stream part, string element)
    {
        using XmlReader reader = SafeXml.Read(part);
        string cell = string.Empty;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == element)
            {
                cell = CellReference.TryParse(reader.GetAttribute("ref"), out int column, out int row) ? CellReference.Range(column, row, column, row) : "a cell";
            }
            else if (reader.LocalName == "text" && cell.Length > 0)
            {
                StringBuilder text = new();
                if (element == "comment")
                {
                    RichText.Append(reader, text);
                }
                else if (!reader.IsEmptyElement)
                {
                    text.Append(reader.ReadString());
                }

                yield return (cell, text.ToString());
            }
        }
    }
}
