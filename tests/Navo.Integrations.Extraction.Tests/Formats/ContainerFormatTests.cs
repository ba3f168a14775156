using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class ContainerFormatTests
{
    private const string Mail = "From: Ann Example <ann@example.com>\r\nTo: bob@example.com\r\nSubject: =?utf-8?B?UGzDpG5l?=\r\nDate: Fri, 02 Jan 2026 03:04:05 +0100\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nplain body\r\n--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + "<p>Hello <b>Bob</b></p><script>evil()</script>\r\n--c--\r\n--b\r\nContent-Type: text/markdown; name=\"data.md\"\r\nContent-Disposition: attachment; filename=\"notes.md\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + "IyBOb3RlcwoKSW5zaWRlIHRoZSBhdHRhY2htZW50Lg==\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\nSubject: Inner\r\nFrom: c@example.com\r\n\r\nInner body\r\n--b--\r\n";

    [Fact]
    public async Task Row067_A_message_gives_head_text_and_attachments()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.ASCII.GetBytes(Mail), "a.eml");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.StartsWith("# Pläne\n\nFrom: ", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("Hello **Bob**", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("plain body", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("Inside the attachment.", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("Inner body", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal(("Pläne", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))), (outcome.Properties.Title!, outcome.Properties.Created!.Value));
    }

    [Fact]
    public async Task Row073_Places_in_attachments_name_the_attachment()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.ASCII.GetBytes(Mail), "a.eml");
        ExtractedBlock inside = Assert.Single(outcome.Blocks, block => outcome.Markdown.Substring(block.Start, block.Length) == "Inside the attachment.");
        Assert.Equal("notes.md: Notes", inside.Location.ToString());
    }

    [Fact]
    public async Task Row067_An_archive_is_listed_and_its_files_are_read()
    {
        byte[] inner = ZipFile.Of(("deep.txt", "deep text"));
        byte[] zip = ZipFile.Of(("folder/a.txt", "first text"u8.ToArray()), ("../../etc/b.bin", [0, 1, 2, 3]), ("inner.zip", inner));
        ExtractionOutcome outcome = await Extraction.OfAsync(zip, "a.zip");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Contains("| folder/a.txt | 10 | 2026-01-02 03:04 |", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("first text", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains(outcome.Blocks, block => block.Location.Part == "inner.zip/deep.txt");
        Assert.Contains(outcome.Losses, loss => loss.Element == "part:unsupported");
    }

    [Fact]
    public async Task T12_Archives_within_archives_end_at_the_limit()
    {
        byte[] zip = ZipFile.Of(("a.txt", "x"));
        for (int i = 0; i < 5; i++)
        {
            zip = ZipFile.Of(($"level{i}.zip", zip));
        }

        ExtractionOutcome outcome = await Extraction.OfAsync(zip, "a.zip");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Contains(outcome.Losses, loss => loss.Element == "part:nested");
        Assert.Contains("MaxNesting", outcome.Losses[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T12_A_bomb_in_an_archive_ends_the_reading()
    {
        ExtractionOutcome ratio = await Extraction.OfAsync(ZipFile.Of(("bomb.txt", new byte[64 << 20])), "a.zip");
        Assert.Equal(ExtractionStatus.TooLarge, ratio.Status);
        Assert.Contains("MaxExpansionRatio", ratio.Detail, StringComparison.Ordinal);

        ExtractionOutcome total = await Extraction.OfAsync(ZipFile.Of(("a.txt", new byte[6 << 20]), ("b.txt", new byte[6 << 20])), "a.zip", configure: options => options.MaxExpandedBytes = 10 << 20);
        Assert.Equal(ExtractionStatus.TooLarge, total.Status);
        Assert.Contains("MaxExpandedBytes", total.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T12_Too_many_entries_are_refused_before_they_are_listed()
    {
        byte[] zip = ZipFile.Of([.. Enumerable.Range(0, 50).Select(i => ($"{i}.txt", "x"))]);
        ExtractionOutcome outcome = await Extraction.OfAsync(zip, "a.zip", configure: options => options.MaxEntries = 49);
        Assert.Equal(ExtractionStatus.TooLarge, outcome.Status);
        Assert.Contains("MaxEntries", outcome.Detail, StringComparison.Ordinal);
        Assert.Empty(outcome.Markdown);
    }

    [Fact]
    public async Task Row067_A_book_is_read_in_its_order_with_its_chapters_as_parts()
    {
        byte[] book = ZipFile.Of(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"),
            ("OEBPS/book.opf", "<package xmlns=\"http://www.idpf.org/2007/opf\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>The Book</dc:title><dc:creator>Ann</dc:creator><dc:language>en</dc:language></metadata>"
                + "<manifest><item id=\"b\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"../one.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"x\" href=\"gone.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                + "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"x\"/></spine></package>"),
            ("one.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>One</h1><p>First &amp; foremost</p></body></html>"),
            ("OEBPS/text/two.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>Two</h1><p>Second</p></body></html>"));
        ExtractionOutcome outcome = await Extraction.OfAsync(book, "a.epub");
        Assert.Equal("# One\n\nFirst & foremost\n\n# Two\n\nSecond", outcome.Markdown);
        Assert.Equal("OEBPS/text/two.xhtml: Two", outcome.Blocks[^1].Location.ToString());
        Assert.Equal(("The Book", "Ann", "en"), (outcome.Properties.Title, outcome.Properties.Author, outcome.Properties.Language));
        Assert.Equal("epub:chapter", Assert.Single(outcome.Losses).Element);
    }

    [Fact]
    public async Task Row067_Rich_text_keeps_headings_lists_tables_links_and_notes()
    {
        const string Rtf = @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}}{\colortbl;\red0;}{\stylesheet{\s1 heading 1;}}{\info{\title My title}{\author Ann}{\operator Bob}}"
            + @"{\header secret header}\pard\outlinelevel0 Heading one\par\pard Gr\'fc\'dfe, {\b bold} and \u8364?uro\~x.\par {\f1\'cf\'f0\'e8\'e2\'e5\'f2}\par"
            + @"{\listtext\bullet\tab}\ilvl0 first item\par{\listtext\bullet\tab}second item\par\pard See {\field{\*\fldinst{HYPERLINK ""https://example.com/x""}}{\fldrslt{\ul the page}}}.\par"
            + @" Noted{\footnote A footnote.} here.\par{\pict\pngblip 89504e47}{\*\unknown gone}{\v hidden}\trowd\cellx1\cellx2 \intbl A\cell B\cell\row\trowd \intbl C\cell D\cell\row\pard After\par}";
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.ASCII.GetBytes(Rtf), "a.rtf");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(
            "# Heading one\n\nGrüße, bold and €uro x.\n\nПривет\n\n- first item\n- second item\n\nSee [the page](https://example.com/x).\n\nNoted here.\n\n> **Footnote:** A footnote.\n\n"
            + "|  |  |\n| --- | --- |\n| A | B |\n| C | D |\n\nAfter",
            outcome.Markdown);
        Assert.Equal(("My title", "Ann"), (outcome.Properties.Title, outcome.Properties.Author));
        Assert.Equal(["image", "text:hidden"], outcome.Losses.Select(loss => loss.Element).Order());
        Assert.DoesNotContain("secret header", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row068_Groups_without_end_are_corrupt()
    {
        string rtf = @"{\rtf1 begin\par " + new string('{', 100_000);
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.ASCII.GetBytes(rtf), "a.rtf");
        Assert.Equal(ExtractionStatus.Corrupt, outcome.Status);
        Assert.Equal("begin", outcome.Markdown);
    }
}
