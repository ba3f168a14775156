using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Pptx;

/// <summary>Reads a slide forward. Groups are only their shapes.</summary>
internal sealed class SlideReader(SlidePart slide, OfficeParts parts, DocumentWriter output)
{
    private readonly SlideTable _table = new(output);
    private readonly SlideParagraph _paragraph = new(output);
    private readonly Stack<bool> _alternatives = [];
    private bool _inText;

    /// <summary>Reads the part; its stream is closed.</summary>
    public void Read(Stream part)
    {
        using XmlReader reader = SafeXml.Read(part);
        bool hasRead = reader.Read();
        while (hasRead)
        {
            bool skipped = false;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    skipped = Element(reader);
                    break;
                case XmlNodeType.EndElement:
                    EndElement(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _inText:
                    _paragraph.Text(reader.Value);
                    break;
            }

            hasRead = skipped ? reader.ReadState == ReadState.Interactive : reader.Read();
        }
    }

    private bool Element(XmlReader reader)
    {
        _inText = reader.LocalName == "t" && !reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "AlternateContent" when !reader.IsEmptyElement:
                _alternatives.Push(false);
                break;
            case "Choice" when _alternatives.Count > 0:
                _alternatives.Pop();
                _alternatives.Push(true);
                break;
            case "Fallback" when _alternatives.TryPeek(out bool chosen) && chosen:
                reader.Skip();
                return true;
            case "sld" when reader.GetAttribute("show") is "0" or "false":
                output.Lose("slide:hidden", "A hidden slide is shown like the others.");
                break;
            case "sp" or "graphicFrame" or "pic" or "cxnSp":
                _paragraph.BeginShape();
                break;
            case "cNvPr":
                Description(reader);
                break;
            default:
                Content(reader);
                break;
        }

        return false;
    }

    private void Content(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "ph":
                _paragraph.Placeholder(reader.GetAttribute("type") ?? "body");
                break;
            case "p" when !reader.IsEmptyElement:
                _paragraph.Begin();
                break;
            case "pPr":
                _paragraph.Level(reader.GetAttribute("lvl"));
                break;
            case "buNone":
                _paragraph.NoBullet();
                break;
            case "br":
                _paragraph.Break();
                break;
            case "hlinkClick":
                _paragraph.Link(slide.HyperlinkRelationships.FirstOrDefault(link => link.Id == reader.GetAttribute("id", reader.LookupNamespace("r") ?? string.Empty))?.Uri.OriginalString);
                break;
            case "chart" when Related(reader, "id") is ChartPart chart:
                OfficeChart.Write(parts.Open(chart), output);
                break;
            case "relIds" when Related(reader, "dm") is DiagramDataPart diagram:
                Diagram(diagram);
                break;
            default:
                _table.Element(reader, _paragraph);
                break;
        }
    }

    private void EndElement(string name)
    {
        _inText = false;
        switch (name)
        {
            case "AlternateContent" when _alternatives.Count > 0:
                _alternatives.Pop();
                break;
            case "p":
                _paragraph.End();
                break;
            default:
                _table.EndElement(name, _paragraph);
                break;
        }
    }

    private void Description(XmlReader reader)
    {
        if (reader.GetAttribute("descr") is { } description && !string.IsNullOrWhiteSpace(description))
        {
            output.Figure(description);
        }
    }

    private OpenXmlPart? Related(XmlReader reader, string name)
    {
        OpenXmlPart? part = null;
        while (reader.MoveToNextAttribute())
        {
            part = reader.LocalName == name && reader.Prefix.Length > 0 ? OfficeParts.Find(slide, reader.Value) : part;
        }

        reader.MoveToElement();
        return part;
    }

    private void Diagram(DiagramDataPart diagram)
    {
        foreach (string line in SlideText.Read(parts.Open(diagram), onlyBody: false).Split('\n'))
        {
            output.ListItem(line);
        }
    }
}
