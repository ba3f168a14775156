using System.Globalization;
using System.Text;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>Writes Excel workbooks by hand, as XML in an archive, so that a test may say exactly what stands in a cell.</summary>
internal sealed class Workbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Data, string State)> _sheets = [];
    private readonly List<(string Name, byte[] Content)> _more = [];

    public string Main { get; set; } = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public string AfterData { get; set; } = string.Empty;

    public string Strings { get; set; } = string.Empty;

    public string Styles { get; set; } = string.Empty;

    public string WorkbookProperties { get; set; } = string.Empty;

    public string SheetRelations { get; set; } = string.Empty;

    public string ContentTypes { get; set; } = string.Empty;

    /// <summary>Adds a sheet whose rows are XML.</summary>
    public Workbook Sheet(string name, string rows, string state = "")
    {
        _sheets.Add((name, rows, state));
        return this;
    }

    /// <summary>Adds a sheet of texts and numbers, from A1 on.</summary>
    public Workbook Table(string name, params object[][] rows)
    {
        StringBuilder data = new();
        for (int row = 0; row < rows.Length; row++)
        {
            data.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++)
            {
                string reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");
                data.Append(rows[row][column] switch
                {
                    string text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{Escape(text)}</t></is></c>",
                    var number => $"<c r=\"{reference}\"><v>{Convert.ToString(number, CultureInfo.InvariantCulture)}</v></c>",
                });
            }

            data.Append("</row>");
        }

        return Sheet(name, data.ToString());
    }

    /// <summary>Adds any part.</summary>
    public Workbook Part(string name, string content)
    {
        _more.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public byte[] ToArray()
    {
        string sheets = string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"{(sheet.State.Length > 0 ? $" state=\"{sheet.State}\"" : string.Empty)}/>"));
        string relations = string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
        string types = string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        List<(string, byte[])> entries =
        [
            ("[Content_Types].xml", Utf8($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}{ContentTypes}</Types>")),
            ("_rels/.rels", Utf8($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Utf8($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{WorkbookProperties}<sheets>{sheets}</sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Utf8($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}<Relationship Id=\"x1\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"x2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>")),
            ("xl/sharedStrings.xml", Utf8($"<sst xmlns=\"{Main}\">{Strings}</sst>")),
            ("xl/styles.xml", Utf8($"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>")),
            .. _sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", Utf8($"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Data}</sheetData>{(i == 0 ? AfterData : string.Empty)}{(i == 0 && SheetRelations.Contains("drawing", StringComparison.Ordinal) ? $"<drawing xmlns:r=\"{Relations}\" r:id=\"d1\"/>" : string.Empty)}</worksheet>"))),
            .. _more,
        ];
        if (SheetRelations.Length > 0)
        {
            entries.Add(("xl/worksheets/_rels/sheet1.xml.rels", Utf8($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{SheetRelations}</Relationships>")));
        }

        return ZipFile.Of([.. entries]);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text)!;
}
