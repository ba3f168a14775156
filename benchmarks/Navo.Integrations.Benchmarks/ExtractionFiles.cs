using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Navo.Integrations.Benchmarks;

/// <summary>Files as companies have them, only longer.</summary>
internal static class ExtractionFiles
{
    private const string Sentence = "Every employee has thirty days of holidays in a year, to be taken in agreement with the team.";

    /// <summary>One file of each family, with the bytes that it expands to.</summary>
    public static IEnumerable<(string Name, byte[] File, long Expanded)> All()
    {
        yield return Word();
        yield return Text("a.html", $"<html><body><main>{Repeat($"<h2>Section</h2><p>{Sentence} <b>Bold</b> and <a href=\"https://example.com/x\">link</a>.</p><ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table>", 4000)}</main></body></html>");
        yield return Text("a.md", Repeat($"## Section\n\n{Sentence}\n\n- one\n- two\n\n", 8000));
        yield return Text("a.csv", Repeat("name;number;2026-01-02;some text\n", 60_000));
        yield return Text("a.json", "[" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":{i},\"text\":\"{Sentence}\"}}")) + "]");
        yield return Text("a.txt", Repeat(Sentence + "\n\n", 20_000));
        yield return Text("a.rtf", "{\\rtf1\\ansi " + Repeat($"\\pard {Sentence}\\par ", 20_000) + "}");
        yield return Workbook(50_000);
    }

    /// <summary>Writes a workbook of many rows to a file.</summary>
    public static void WriteWorkbook(string path, int rows)
    {
        using FileStream file = File.Create(path);
        WriteWorkbook(file, rows, CompressionLevel.NoCompression);
    }

    private static (string, byte[], long) Text(string name, string text)
    {
        byte[] file = Encoding.UTF8.GetBytes(text);
        return (name, file, file.Length);
    }

    private static (string, byte[], long) Word()
    {
        string body = Repeat($"<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r><w:r><w:t xml:space=\"preserve\"> {Sentence}</w:t></w:r></w:p>", 8000)
            + "<w:tbl>" + Repeat("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>", 1000) + "</w:tbl>";
        string xml = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";
        using MemoryStream file = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            using StreamWriter writer = new(document.AddMainDocumentPart().GetStream(FileMode.Create));
            writer.Write(xml);
        }

        return ("a.docx", file.ToArray(), xml.Length);
    }

    private static (string, byte[], long) Workbook(int rows)
    {
        using MemoryStream file = new();
        long expanded = WriteWorkbook(file, rows, CompressionLevel.Fastest);
        return ("a.xlsx", file.ToArray(), expanded);
    }

    private static long WriteWorkbook(Stream target, int rows, CompressionLevel level)
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using ZipArchive archive = new(target, ZipArchiveMode.Create, leaveOpen: true);
        Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sheet.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        Write(archive, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
        Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/></Relationships>");
        long written = 0;
        using StreamWriter sheet = new(archive.CreateEntry("xl/sheet.xml", level).Open());
        sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (int row = 1; row <= rows; row++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>name of number {row}</t></is></c><c r=\"B{row}\"><v>{row}</v></c><c r=\"C{row}\"><v>{row * 0.25}</v></c><c r=\"D{row}\" t=\"inlineStr\"><is><t>a little more text here</t></is></c></row>");
            written += line.Length;
            sheet.Write(line);
        }

        sheet.Write("</sheetData></worksheet>");
        return written;
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using StreamWriter writer = new(archive.CreateEntry(name).Open());
        writer.Write(content);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
