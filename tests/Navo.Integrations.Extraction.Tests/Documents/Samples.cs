using System.Text;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>One file of each format, with something of everything in it.</summary>
internal static class Samples
{
    public static readonly IReadOnlyDictionary<string, byte[]> All = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["a.docx"] = WordFile.Of(
            WordFile.Paragraph("Heading", WordFile.Style("berschrift1")) + WordFile.Paragraph("one", WordFile.List(1)) + WordFile.Paragraph("inner", WordFile.List(1, 1))
            + "<w:p><w:hyperlink r:id=\"link\"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://example.com\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>f</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"),
        ["a.pptx"] = SlideFile.Of((SlideFile.Shape("title", SlideFile.Paragraph("Title")) + SlideFile.Shape("body", SlideFile.Paragraph("one"), SlideFile.Paragraph("two", 1)), string.Empty, slide => SlideFile.Notes(slide, "note"))),
        ["a.xlsx"] = new Workbook { Strings = "<si><t>shared</t></si>", Styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>" }
            .Sheet("S", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\"><v>46024</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>").Table("T", ["a", 1], ["b", 2]).ToArray(),
        ["a.odt"] = OdfFile.Of("text", "<text:h text:outline-level=\"1\">Head</text:h><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table><text:p>x<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>"),
        ["a.ods"] = OdfFile.Of("spreadsheet", "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"),
        ["a.odp"] = OdfFile.Of("presentation", "<draw:page><draw:frame presentation:class=\"title\"><draw:text-box><text:p>T</text:p></draw:text-box></draw:frame><presentation:notes><text:p>n</text:p></presentation:notes></draw:page>"),
        ["a.pdf"] = new PdfFile().Page((72, 720, 24, "Title"), (72, 690, 11, "Some text that is long enough"), (72, 677, 11, "to be a paragraph.")).Link("https://example.com", 72, 690, 100, 700).Scan().ToArray(),
        ["a.html"] = "<html><head><title>t</title></head><body><main><h1>H</h1><p>a <b>b</b> <a href=\"https://example.com\">c</a></p><ul><li>x<ol><li>y</li></ol></li></ul><table><tr><th>1</th><td rowspan=2>2</td></tr><tr><td>3</td></tr></table><pre>code</pre></main></body></html>"u8.ToArray(),
        ["a.eml"] = "From: a@example.com\r\nSubject: S\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b\r\nContent-Type: text/plain; name=n.txt\r\nContent-Disposition: attachment; filename=n.txt\r\nContent-Transfer-Encoding: base64\r\n\r\neHh4\r\n--b--\r\n"u8.ToArray(),
        ["a.rtf"] = Encoding.ASCII.GetBytes(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}\pard\outlinelevel0 H\par\pard t\'fc\u8364?{\field{\*\fldinst HYPERLINK ""https://example.com""}{\fldrslt r}}{\footnote n}\par\trowd\intbl a\cell b\cell\row\pard{\listtext 1.\tab}i\par}"),
        ["a.epub"] = ZipFile.Of(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"),
            ("b.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"),
            ("a.xhtml", "<html><body><h1>One</h1><p>text</p></body></html>")),
        ["a.zip"] = ZipFile.Of(("a.txt", "text"), ("b.md", "# b"), ("c.json", "{\"a\":1}")),
        ["a.json"] = "{\"a\":[1,2,{\"b\":\"c\\u00e4\"}],\"d\":null}"u8.ToArray(),
        ["a.xml"] = "<?xml version=\"1.0\"?><a b=\"1\"><c>d</c><e/></a>"u8.ToArray(),
        ["a.ipynb"] = "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"# a\"]},{\"cell_type\":\"code\",\"source\":\"x\",\"outputs\":[{\"text\":[\"1\"]}]}]}"u8.ToArray(),
        ["a.csv"] = "a;b\n\"x\";2\ny;3\n"u8.ToArray(),
        ["a.md"] = "# a\n\n- b\n\n| c | d |\n| --- | --- |\n| 1 | 2 |\n\n```x\ny\n```\n"u8.ToArray(),
        ["a.txt"] = Encoding.Latin1.GetBytes("Grüße\n\nzweiter Absatz"),
    };
}
