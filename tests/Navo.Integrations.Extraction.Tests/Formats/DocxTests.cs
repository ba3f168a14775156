using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class DocxTests
{
    [Fact]
    public async Task Row067_Headings_of_any_language_paragraphs_marks_and_links()
    {
        string body = WordFile.Paragraph("Holidays", WordFile.Style("berschrift1"))
            + "<w:p><w:r><w:t xml:space=\"preserve\">Thirty </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>days</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> a year</w:t></w:r><w:r><w:t xml:space=\"preserve\">, see </w:t></w:r><w:hyperlink r:id=\"link\"><w:r><w:t>the </w:t></w:r><w:r><w:t>page</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
            + WordFile.Paragraph("Sub", WordFile.Style("Eigene"))
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://example.com/field\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>"
            + WordFile.Paragraph("Said *so*", WordFile.Style("Zitat"));
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(body), "a.docx");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal("# Holidays\n\nThirty **days** *a year*, see [the page](https://example.com/page).\n\n## Sub\n\n[field](https://example.com/field) and 7\n\n> Said \\*so\\*", outcome.Markdown);
        Assert.Equal(["Holidays", "Sub"], outcome.Blocks[^1].Location.HeadingPath);
        Assert.Equal(("The title", "Ann"), (outcome.Properties.Title, outcome.Properties.Author));
    }

    [Fact]
    public async Task Row067_Lists_count_and_nest()
    {
        string body = WordFile.Paragraph("one", WordFile.List(1)) + WordFile.Paragraph("inner", WordFile.List(1, 1)) + WordFile.Paragraph("two", WordFile.List(1))
            + WordFile.Paragraph("between") + WordFile.Paragraph("three", WordFile.List(1)) + WordFile.Paragraph("dot", WordFile.List(2));
        Assert.Equal("1. one\n   - inner\n2. two\n\nbetween\n\n3. three\n- dot", (await Extraction.OfAsync(WordFile.Of(body), "a.docx")).Markdown);
    }

    [Fact]
    public async Task Row067_Changes_are_read_as_accepted_and_notes_stand_after_their_paragraph()
    {
        const string Body = "<w:p><w:r><w:t xml:space=\"preserve\">Kept </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
            + "<w:moveFrom><w:p><w:r><w:t>moved away</w:t></w:r></w:p></w:moveFrom>";
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(Body), "a.docx");
        Assert.Equal("Kept new\\[1\\]\n\n> **Note 1:** The footnote.\n\n> **Comment by Bob:** Is this right?", outcome.Markdown);
        Assert.Equal("text:hidden", Assert.Single(outcome.Losses).Element);
    }

    [Fact]
    public async Task Row067_Tables_keep_merged_and_nested_cells()
    {
        const string Body = "<w:tbl><w:tblPr><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Wide</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>C</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Tall</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p><w:p><w:r><w:t>y|z</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>ner</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(Body), "a.docx");
        Assert.Equal("| Wide | Wide | C |\n| --- | --- | --- |\n| Tall | b | x<br>y\\|z |\n| Tall | in \\| ner |  |", outcome.Markdown);
    }

    [Fact]
    public async Task Row067_Text_boxes_equations_and_pictures_are_read_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>";
        const string Body = "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + Box + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + Box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + "<w:p><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>+</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n+1</m:t></m:r></m:den></m:f></m:oMath></w:p>"
            + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"A bar chart\"/></wp:inline></w:drawing></w:r></w:p>";
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(Body), "a.docx");
        Assert.Equal(1, outcome.PlainText.Split("In the box").Length - 1);
        Assert.Contains("x^2+(1)/(n+1)", outcome.PlainText, StringComparison.Ordinal);
        Assert.Contains("*A bar chart*", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row073_Pages_are_named_where_the_document_knows_them()
    {
        string body = WordFile.Paragraph("first") + "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>third</w:t></w:r></w:p>";
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(body), "a.docx");
        Assert.Equal("page 3", outcome.Blocks[^1].Location.ToString());
    }

    [Fact]
    public async Task Row067_The_table_of_contents_is_left_out_and_told()
    {
        string body = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + WordFile.Paragraph("Holidays ... 3") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + WordFile.Paragraph("control") + "</w:sdtContent></w:sdt>";
        ExtractionOutcome outcome = await Extraction.OfAsync(WordFile.Of(body), "a.docx");
        Assert.Equal("control", outcome.Markdown);
        Assert.Equal("toc", Assert.Single(outcome.Losses).Element);
    }

    [Fact]
    public async Task T12_A_document_type_in_a_part_is_corrupt_and_nothing_of_it_is_read()
    {
        byte[] file = ZipFile.Of(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<!DOCTYPE x [<!ENTITY e \"expanded\">]><w:document {WordFile.Namespaces}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"));
        ExtractionOutcome outcome = await Extraction.OfAsync(file, "a.docx");
        Assert.Equal(ExtractionStatus.Corrupt, outcome.Status);
        Assert.Empty(outcome.Markdown);
    }

    [Fact]
    public async Task Row068_A_part_that_breaks_off_gives_what_was_read_before()
    {
        byte[] file = WordFile.Of(WordFile.Paragraph("kept") + "<w:p><w:r><w:t>broken", main => { });
        ExtractionOutcome outcome = await Extraction.OfAsync(file, "a.docx");
        Assert.Equal(ExtractionStatus.Corrupt, outcome.Status);
        Assert.StartsWith("kept", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row068_A_document_with_a_password_is_encrypted()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(CompoundFileBytes.With("EncryptedPackage"), "a.docx");
        Assert.Equal(ExtractionStatus.Encrypted, outcome.Status);
        ExtractionOutcome old = await Extraction.OfAsync(CompoundFileBytes.With("WordDocument"), "a.doc");
        Assert.Equal(ExtractionStatus.Unsupported, old.Status);
        Assert.Contains("Office 97", old.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_Deep_nesting_does_not_overflow()
    {
        StringBuilder body = new();
        body.Insert(0, "<w:sdt><w:sdtContent>", 20_000).Append(WordFile.Paragraph("deep")).Insert(body.Length, "</w:sdtContent></w:sdt>", 20_000);
        Assert.Equal("deep", (await Extraction.OfAsync(WordFile.Of(body.ToString()), "a.docx")).Markdown);
    }
}
