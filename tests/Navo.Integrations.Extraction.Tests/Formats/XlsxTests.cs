using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class XlsxTests
{
    private const string Comments = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

    [Fact]
    public async Task Row067_Sheets_become_tables_of_what_their_cells_show()
    {
        Workbook workbook = new Workbook
        {
            Strings = "<si><t>Country</t></si><si><r><t>Ger</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">many </t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si><t>a|b\nc</t></si>",
            Styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ &quot;EUR&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"46\"/></cellXfs>",
        }
        .Sheet("Data", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>When</t></is></c><c r=\"C1\" t=\"str\"><f>\"Sh\"&amp;\"are\"</f><v>Share</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>Price</t></is></c><c r=\"E1\" t=\"inlineStr\"><is><t>Flag</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>46024</v></c><c r=\"C2\" s=\"2\"><v>0.125</v></c><c r=\"D2\" s=\"3\"><v>1234.5</v></c><c r=\"E2\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" s=\"4\"><v>46024.25</v></c><c r=\"C3\" s=\"5\"><v>1.5</v></c><c r=\"D3\"><f>1/0</f><v>0.1</v></c><c r=\"E3\" t=\"e\"><v>#DIV/0!</v></c></row>")
        .Sheet("Secret", "<row><c t=\"inlineStr\"><is><t>hidden but read</t></is></c></row>", "veryHidden");
        ExtractionOutcome outcome = await Extraction.OfAsync(workbook.ToArray(), "a.xlsx");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(
            """
            ## Data

            | Country | When | Share | Price | Flag |
            | --- | --- | --- | --- | --- |
            | Germany | 2026-01-02 | 12.50% | 1,234.50 EUR | TRUE |
            | a\|b<br>c | 2026-01-02 06:00 | 36:00:00 | 0.1 | #DIV/0! |

            ## Secret

            |  |
            | --- |
            | hidden but read |
            """.ReplaceLineEndings("\n"),
            outcome.Markdown);
        Assert.Equal("sheet:hidden", Assert.Single(outcome.Losses).Element);
        Assert.Equal(2, outcome.Properties.PageCount);
    }

    [Fact]
    public async Task Row073_A_long_table_is_cited_by_ranges_and_stays_one_table()
    {
        object[][] rows = [["Name", "Number"], .. Enumerable.Range(1, 450).Select(i => new object[] { $"name {i}", i })];
        ExtractionOutcome outcome = await Extraction.OfAsync(new Workbook().Table("List", rows).ToArray(), "a.xlsx");
        ExtractedBlock[] tables = [.. outcome.Blocks.Where(block => block.Kind == ExtractedBlockKind.Table)];
        Assert.Equal(["List!A1:B100", "List!A101:B200", "List!A201:B300", "List!A301:B400", "List!A401:B451"], tables.Select(block => block.Location.ToString()));
        Assert.StartsWith("| name 100 | 100 |", outcome.Markdown.Substring(tables[1].Start, tables[1].Length), StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n|", outcome.Markdown[tables[0].Start..], StringComparison.Ordinal);
        Assert.Single(outcome.Markdown.Split('\n'), line => line.StartsWith("| ---", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T12_A_cell_far_away_costs_one_cell_and_begins_a_table_of_its_own()
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
        ExtractionOutcome outcome = await Extraction.OfAsync(new Workbook().Sheet("S", Rows).ToArray(), "a.xlsx");
        Assert.Equal(["S!A1", "S!XFD1048576"], outcome.Blocks.Where(block => block.Kind == ExtractedBlockKind.Table).Select(block => block.Location.ToString()));
        Assert.True(outcome.Markdown.Length < 100);
    }

    [Fact]
    public async Task Row067_Empty_columns_are_left_out_and_a_wider_row_begins_another_table()
    {
        StringBuilder rows = new();
        for (int row = 1; row <= 150; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"B{row}\"><v>{row}</v></c><c r=\"H{row}\"><v>{row}</v></c></row>");
        }

        rows.Append("<row r=\"151\"><c r=\"A151\"><v>7</v></c></row>");
        ExtractionOutcome outcome = await Extraction.OfAsync(new Workbook().Sheet("S", rows.ToString()).ToArray(), "a.xlsx");
        Assert.Contains("| 150 | 150 |", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal(["S!B1:H99", "S!B100:H150", "S!A151"], outcome.Blocks.Where(block => block.Kind == ExtractedBlockKind.Table).Select(block => block.Location.ToString()));
    }

    [Theory]
    [InlineData("1", "1900-01-01", false)]
    [InlineData("59", "1900-02-28", false)]
    [InlineData("60", "1900-02-29", false)]
    [InlineData("61", "1900-03-01", false)]
    [InlineData("0", "1904-01-01", true)]
    [InlineData("0.5", "12:00:00", false)]
    [InlineData("-3", "-3", false)]
    [InlineData("1E+300", "1E+300", false)]
    public async Task Row067_Dates_are_those_that_the_sheet_shows(string serial, string expected, bool is1904)
    {
        Workbook workbook = new Workbook { Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", WorkbookProperties = is1904 ? "<workbookPr date1904=\"1\"/>" : string.Empty }
            .Sheet("S", $"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{serial}</v></c></row>");
        Assert.Contains($"| {expected} |", (await Extraction.OfAsync(workbook.ToArray(), "a.xlsx")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_Comments_are_notes_with_their_cell()
    {
        Workbook workbook = new Workbook
        {
            SheetRelations = $"<Relationship Id=\"c1\" Type=\"{Comments}\" Target=\"../comments1.xml\"/>",
            ContentTypes = "<Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>",
        }
        .Table("S", ["A"], [1])
        .Part("xl/comments1.xml", "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Ann</author></authors><commentList><comment ref=\"A2\" authorId=\"0\"><text><r><t>Please </t></r><r><t>check</t></r></text></comment></commentList></comments>");
        Assert.Contains("> **Comment on A2:** Please check", (await Extraction.OfAsync(workbook.ToArray(), "a.xlsx")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_A_plain_comment_beside_a_thread_on_another_cell_is_kept()
    {
        const string Threads = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
        Workbook workbook = new Workbook
        {
            SheetRelations = $"<Relationship Id=\"c1\" Type=\"{Comments}\" Target=\"../comments1.xml\"/><Relationship Id=\"t1\" Type=\"{Threads}\" Target=\"../threads1.xml\"/>",
            ContentTypes = "<Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/><Override PartName=\"/xl/threads1.xml\" ContentType=\"application/vnd.ms-excel.threadedcomments+xml\"/>",
        }
        .Table("S", ["A"], [1])
        .Part("xl/comments1.xml", "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList><comment ref=\"A1\"><text><t>twin</t></text></comment><comment ref=\"A2\"><text><t>plain</t></text></comment></commentList></comments>")
        .Part("xl/threads1.xml", "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><threadedComment ref=\"A1\" id=\"x\"><text>thread</text></threadedComment></ThreadedComments>");
        string text = (await Extraction.OfAsync(workbook.ToArray(), "a.xlsx")).PlainText;
        Assert.Contains("Comment on A1: thread", text, StringComparison.Ordinal);
        Assert.Contains("Comment on A2: plain", text, StringComparison.Ordinal);
        Assert.DoesNotContain("twin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_Links_of_cells_and_what_lies_over_them_are_not_lost()
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Workbook workbook = new Workbook
        {
            SheetRelations = $"<Relationship Id=\"h1\" Type=\"{Relations}/hyperlink\" Target=\"https://example.com/x\" TargetMode=\"External\"/><Relationship Id=\"d1\" Type=\"{Relations}/drawing\" Target=\"../drawings/drawing1.xml\"/>",
            ContentTypes = "<Override PartName=\"/xl/drawings/drawing1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>",
            AfterData = $"<hyperlinks><hyperlink xmlns:r=\"{Relations}\" ref=\"A1\" r:id=\"h1\"/></hyperlinks>",
        }
        .Table("S", ["A"], [1])
        .Part("xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"1\" name=\"x\"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>In a box</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"p\" descr=\"A logo\"/></xdr:nvPicPr></xdr:pic><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"3\" name=\"q\"/></xdr:nvPicPr></xdr:pic></xdr:wsDr>");
        ExtractionOutcome outcome = await Extraction.OfAsync(workbook.ToArray(), "a.xlsx");
        Assert.Equal(("A1", "https://example.com/x"), (outcome.Links.Single().Text, outcome.Links.Single().Target));
        Assert.Contains("In a box", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("*A logo*", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal("image", Assert.Single(outcome.Losses).Element);
    }

    [Theory]
    [InlineData("2958465.99999999", "9999-12-31 23:59:59")]
    [InlineData("2958466", "2958466")]
    public async Task Row068_A_date_at_the_end_of_time_does_not_break_a_workbook(string serial, string shown)
    {
        Workbook workbook = new Workbook { Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>" }.Sheet("S", $"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{serial}</v></c></row>");
        Assert.Contains($"| {shown} |", (await Extraction.OfAsync(workbook.ToArray(), "a.xlsx")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T12_Cells_out_of_order_lies_about_rows_and_strict_names_are_read()
    {
        const string Rows = "<row r=\"2147483647\"><c r=\"A1\"><v>1</v></c></row><row><c r=\"C2\"><v>3</v></c><c r=\"A2\"><v>2</v></c></row><row r=\"2\"><c><v>4</v></c></row>";
        ExtractionOutcome outcome = await Extraction.OfAsync(new Workbook { Main = "http://purl.oclc.org/ooxml/spreadsheetml/main" }.Sheet("S", Rows).ToArray(), "a.xlsx");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(["1", "2", "3", "4"], outcome.PlainText.Where(char.IsAsciiDigit).Select(digit => digit.ToString()).Order());
    }

    [Fact]
    public async Task T12_Two_hundred_thousand_rows_are_read_without_holding_them()
    {
        StringBuilder rows = new();
        for (int row = 1; row <= 200_000; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\" t=\"s\"><v>0</v></c></row>");
        }

        byte[] file = new Workbook { Strings = "<si><t>shared</t></si>" }.Sheet("S", rows.ToString()).ToArray();
        rows.Clear();
        ExtractionOutcome outcome = await Extraction.OfAsync(file, "a.xlsx", configure: options => options.MaxCharacters = 1_000_000);
        Assert.Equal(ExtractionStatus.LimitReached, outcome.Status);
        Assert.InRange(outcome.Markdown.Length, 500_000, 1_200_000);
    }

    [Fact]
    public async Task T12_Limits_end_the_reading_with_the_text_so_far()
    {
        object[][] rows = [.. Enumerable.Range(0, 1000).Select(i => new object[] { $"row {i}" })];
        byte[] file = new Workbook().Table("S", rows).ToArray();
        ExtractionOutcome cells = await Extraction.OfAsync(file, "a.xlsx", configure: options => options.MaxCells = 300);
        Assert.Equal(ExtractionStatus.LimitReached, cells.Status);
        Assert.Contains("row 250", cells.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("row 400", cells.Markdown, StringComparison.Ordinal);

        ExtractionOutcome characters = await Extraction.OfAsync(file, "a.xlsx", configure: options => options.MaxCharacters = 2000);
        Assert.Equal(ExtractionStatus.LimitReached, characters.Status);
        Assert.Contains("MaxCharacters", characters.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T12_A_bomb_of_shared_strings_ends_the_reading()
    {
        Workbook workbook = new Workbook { Strings = $"<si><t>{new string('x', 40 << 20)}</t></si>" }.Table("S", ["A"]);
        ExtractionOutcome outcome = await Extraction.OfAsync(workbook.ToArray(), "a.xlsx");
        Assert.Equal(ExtractionStatus.TooLarge, outcome.Status);
    }

    [Fact]
    public async Task Row068_A_workbook_that_lacks_a_sheet_says_so()
    {
        Workbook workbook = new Workbook { WorkbookProperties = "<sheets><sheet name=\"Gone\" sheetId=\"9\" r:id=\"nowhere\"/></sheets>" }.Table("S", ["A"], [1]);
        ExtractionOutcome outcome = await Extraction.OfAsync(workbook.ToArray(), "a.xlsx");
        Assert.Contains(outcome.Losses, loss => loss.Element == "sheet:missing");
        Assert.Contains("| 1 |", outcome.Markdown, StringComparison.Ordinal);
    }
}
