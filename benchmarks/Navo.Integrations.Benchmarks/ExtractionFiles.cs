using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

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
        yield return Text("a.xml", "<?xml version=\"1.0\"?><root>" + Repeat($"<item id=\"1\"><name>{Sentence}</name></item>", 10_000) + "</root>");
        yield return Text("a.ipynb", "{\"cells\":[" + string.Join(',', Enumerable.Range(0, 4000).Select(i => $"{{\"cell_type\":\"code\",\"source\":[\"x = {i}\"],\"outputs\":[{{\"text\":[\"{Sentence}\"]}}]}}")) + "]}");
        yield return Text("a.eml", "From: a@example.com\r\nSubject: S\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Repeat($"<p>{Sentence}</p>\r\n", 10_000));
        yield return Archive("a.zip", ("a.txt", Repeat(Sentence + "\n\n", 10_000)), ("b.md", Repeat($"# A\n\n{Sentence}\n\n", 4000)));
        yield return Archive("a.epub", ("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"),
            ("b.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"), ("a.xhtml", "<html><body>" + Repeat($"<p>{Sentence}</p>", 10_000) + "</body></html>"));
        yield return OpenDocument("a.odt", "text", Repeat($"<text:h text:outline-level=\"1\">Section</text:h><text:p>{Sentence}</text:p>", 10_000));
        yield return OpenDocument("a.ods", "spreadsheet", "<table:table table:name=\"S\">" + Repeat("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>name</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell></table:table-row>", 20_000) + "</table:table>");
        yield return Slides(500);
        yield return Pdf(100);
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

    private static (string, byte[], long) Archive(string name, params (string Name, string Content)[] entries)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string entry, string content) in entries)
            {
                Write(archive, entry, content);
            }
        }

        return (name, file.ToArray(), entries.Sum(entry => (long)entry.Content.Length));
    }

    private static (string, byte[], long) OpenDocument(string name, string kind, string body) => Archive(
        name,
        ("mimetype", $"application/vnd.oasis.opendocument.{kind}"),
        ("content.xml", $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"));

    private static (string, byte[], long) Slides(int slides)
    {
        const string Namespaces = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        string slide = $"<p:sld {Namespaces}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody>{Repeat($"<a:p><a:r><a:t>{Sentence}</a:t></a:r></a:p>", 20)}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>";
        using MemoryStream file = new();
        using (PresentationDocument document = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            PresentationPart presentation = document.AddPresentationPart();
            for (int i = 0; i < slides; i++)
            {
                Write(presentation.AddNewPart<SlidePart>($"s{i}"), slide);
            }

            Write(presentation, $"<p:presentation {Namespaces}><p:sldIdLst>{string.Concat(Enumerable.Range(0, slides).Select(i => $"<p:sldId id=\"{256 + i}\" r:id=\"s{i}\"/>"))}</p:sldIdLst></p:presentation>");
        }

        return ("a.pptx", file.ToArray(), (long)slide.Length * slides);
    }

    private static (string, byte[], long) Pdf(int pages)
    {
        PdfDocumentBuilder document = new();
        PdfDocumentBuilder.AddedFont font = document.AddStandard14Font(Standard14Font.Helvetica);
        for (int page = 0; page < pages; page++)
        {
            PdfPageBuilder builder = document.AddPage(PageSize.A4);
            for (int line = 0; line < 45; line++)
            {
                builder.AddText(Sentence[..80], 10, new PdfPoint(50, 780 - (line * 16)), font);
            }
        }

        byte[] file = document.Build();
        return ("a.pdf", file, file.Length);
    }

    private static void Write(OpenXmlPart part, string xml)
    {
        using StreamWriter writer = new(part.GetStream(FileMode.Create));
        writer.Write(xml);
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
