using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>Writes what lies over the cells of a sheet: charts, text boxes, descriptions of images.</summary>
internal static class XlsxDrawing
{
    public static void Write(WorksheetPart sheet, OfficeParts parts, DocumentWriter output)
    {
        if (sheet.DrawingsPart is not { } drawing)
        {
            return;
        }

        Shapes(parts.Open(drawing), output);
        foreach (ChartPart chart in drawing.ChartParts)
        {
            OfficeChart.Write(parts.Open(chart), output);
        }
    }

    private static void Shapes(Stream part, DocumentWriter output)
    {
        using XmlReader reader = SafeXml.Read(part);
        StringBuilder text = new();
        bool inText = false;
        bool isImage = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName is "pic" or "sp" or "graphicFrame":
                    isImage = reader.LocalName == "pic";
                    break;
                case XmlNodeType.Element when reader.LocalName == "cNvPr":
                    Image(reader.GetAttribute("descr"), isImage, output);
                    break;
                case XmlNodeType.Element:
                    inText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "p":
                    output.Paragraph(text.ToString());
                    text.Clear();
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    text.Append(reader.Value);
                    break;
            }
        }
    }

    private static void Image(string? description, bool isImage, DocumentWriter output)
    {
        if (!string.IsNullOrWhiteSpace(description))
        {
            output.Figure(description);
        }
        else if (isImage)
        {
            output.Lose("image", "An image without a description is not shown.");
        }
    }
}
