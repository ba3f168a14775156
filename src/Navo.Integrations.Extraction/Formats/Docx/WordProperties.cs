using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>What paragraphs and runs say of themselves.</summary>
internal static class WordProperties
{
    /// <summary>Takes a property; false where the element is none.</summary>
    public static bool Take(XmlReader reader, WordParagraph? paragraph, ref WordRun run)
    {
        switch (reader.LocalName)
        {
            case "pStyle" when paragraph is not null:
                paragraph.Style = Word.Attribute(reader, "val");
                break;
            case "outlineLvl" when paragraph is not null:
                paragraph.Outline = Word.Number(reader, "val");
                break;
            case "numId" when paragraph is not null:
                paragraph.List = Word.Number(reader, "val");
                break;
            case "ilvl" when paragraph is not null:
                paragraph.ListLevel = Word.Number(reader, "val");
                break;
            case "b":
                run.IsBold = Word.IsOn(reader);
                break;
            case "i":
                run.IsItalic = Word.IsOn(reader);
                break;
            case "strike" or "dstrike":
                run.IsStruck = Word.IsOn(reader);
                break;
            case "vanish":
                run.IsHidden = Word.IsOn(reader);
                break;
            default:
                return false;
        }

        return true;
    }
}
