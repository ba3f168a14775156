using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>The sheets of a workbook in its order.</summary>
internal sealed record XlsxWorkbook(IReadOnlyList<XlsxWorkbook.Sheet> Sheets, bool Is1904)
{
    /// <summary>Reads the part; its stream is closed.</summary>
    public static XlsxWorkbook Read(Stream part)
    {
        List<Sheet> sheets = [];
        bool is1904 = false;
        using XmlReader reader = SafeXml.Read(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add(new(reader.GetAttribute("name") ?? "Sheet", Relationship(reader), reader.GetAttribute("state") is "hidden" or "veryHidden"));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                is1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
        }

        return new(sheets, is1904);
    }

    private static string Relationship(XmlReader reader)
    {
        string id = string.Empty;
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", Prefix.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    /// <summary>A sheet.</summary>
    public sealed record Sheet(string Name, string Relationship, bool IsHidden);
}
