using System.Globalization;
using System.Xml;
using ExcelNumberFormat;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>The number formats of a workbook's cells.</summary>
internal sealed class XlsxStyles
{
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _cells = [];
    private readonly Dictionary<int, NumberFormat?> _formats = [];

    /// <summary>Reads the part; its stream is closed.</summary>
    public static XlsxStyles Read(Stream part)
    {
        XlsxStyles styles = new();
        using XmlReader reader = SafeXml.Read(part);
        bool inCells = false;
        while (reader.Read())
        {
            switch (reader.LocalName)
            {
                case "cellXfs":
                    inCells = reader.NodeType == XmlNodeType.Element;
                    break;
                case "numFmt" when reader.NodeType == XmlNodeType.Element:
                    styles._codes[Number(reader, "numFmtId")] = reader.GetAttribute("formatCode") ?? string.Empty;
                    break;
                case "xf" when inCells && reader.NodeType == XmlNodeType.Element:
                    styles._cells.Add(Number(reader, "numFmtId"));
                    break;
            }
        }

        return styles;
    }

    /// <summary>The format of a style; null for the general one.</summary>
    public NumberFormat? FormatOf(int style)
    {
        int id = style >= 0 && style < _cells.Count ? _cells[style] : 0;
        if (!_formats.TryGetValue(id, out NumberFormat? format))
        {
            string? code = _codes.GetValueOrDefault(id) ?? BuiltIn(id);
            _formats[id] = format = code is null or "General" or "@" or "" ? null : new NumberFormat(code);
        }

        return format;
    }

    private static int Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    // The formats that every workbook has without naming them (ECMA-376, 18.8.30).
    private static string? BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or (>= 50 and <= 58) => "yyyy-mm-dd",
        18 or 19 or 20 or 21 or 45 or 47 or (>= 32 and <= 36) => "hh:mm:ss",
        22 => "yyyy-mm-dd hh:mm",
        5 or 6 or 41 or 42 => "#,##0;-#,##0",
        7 or 8 or 43 or 44 => "#,##0.00;-#,##0.00",
        37 or 38 => "#,##0;-#,##0",
        39 or 40 => "#,##0.00;-#,##0.00",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        _ => null,
    };
}
