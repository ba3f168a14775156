using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class PdfTests
{
    private static PdfFile Handbook => new PdfFile()
        .Page(
            (72, 720, 24, "Holiday policy"),
            (72, 690, 11, "Every employee has thirty days of holi-"),
            (72, 677, 11, "days in a year, to be taken in agreement"),
            (72, 664, 11, "with the team."),
            (72, 620, 11, "Days that are left may be carried over."))
        .Page((72, 720, 11, "Second page, with a link."))
        .Link("https://example.com/policy", 72, 715, 200, 735);

    [Fact]
    public async Task Row067_Pages_are_read_with_headings_paragraphs_and_joined_words()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Handbook.ToArray(), "handbook.pdf");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.StartsWith("# Holiday policy\n\nEvery employee has thirty days of holidays in a year, to be taken in agreement with the team.", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("Days that are left may be carried over.", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal(("Handbook", "Ann Example", 2), (outcome.Properties.Title, outcome.Properties.Author, outcome.Properties.PageCount));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), outcome.Properties.Created);
        Assert.Equal(["https://example.com/policy"], outcome.Links.Select(link => link.Target));
    }

    [Fact]
    public async Task Row073_Each_block_names_its_page()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Handbook.ToArray(), "handbook.pdf");
        ExtractedBlock last = outcome.Blocks[^1];
        Assert.Equal("page 2", last.Location.ToString());
        Assert.Equal(["Holiday policy"], last.Location.HeadingPath);
        Assert.Equal("Second page, with a link.", outcome.Markdown.Substring(last.Start, last.Length));
        Assert.Equal(1, outcome.Blocks[0].Location.Page);
    }

    [Fact]
    public async Task Row067_Columns_are_read_one_after_the_other()
    {
        (double, double, double, string)[] lines =
        [
            .. Enumerable.Range(0, 12).Select(i => (60.0, 700.0 - (i * 13), 10.0, $"left column line {i} of the text")),
            .. Enumerable.Range(0, 12).Select(i => (330.0, 700.0 - (i * 13), 10.0, $"right column line {i} of the text")),
        ];
        string text = (await Extraction.OfAsync(new PdfFile().Page(lines).ToArray(), "a.pdf")).PlainText;
        Assert.True(text.IndexOf("left column line 11", StringComparison.Ordinal) < text.IndexOf("right column line 0", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task Row068_Scanned_pages_are_said_to_be_so_and_are_not_empty()
    {
        ExtractionOutcome scanned = await Extraction.OfAsync(new PdfFile().Scan().Scan().ToArray(), "scan.pdf");
        Assert.Equal(ExtractionStatus.NothingToExtract, scanned.Status);
        Assert.Contains("2 of 2 pages are images", scanned.Detail, StringComparison.Ordinal);

        ExtractionOutcome mixed = await Extraction.OfAsync(new PdfFile().Page((72, 700, 11, "Text")).Scan().ToArray(), "mixed.pdf");
        Assert.Equal(ExtractionStatus.Extracted, mixed.Status);
        Assert.Equal("page:scanned", Assert.Single(mixed.Losses).Element);
    }

    [Fact]
    public async Task Row068_An_encrypted_file_is_said_to_be_so()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Handbook.Encrypted().ToArray(), "a.pdf");
        Assert.Equal(ExtractionStatus.Encrypted, outcome.Status);
        Assert.Empty(outcome.Markdown);
    }

    [Fact]
    public async Task T12_A_stream_that_expands_beyond_the_limits_ends_the_reading()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(new PdfFile().Page((72, 700, 11, "x")).Bomb(64 << 20).ToArray(), "a.pdf");
        Assert.Equal(ExtractionStatus.TooLarge, outcome.Status);
        Assert.Contains("MaxExpansionRatio", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row068_More_pages_than_the_limit_give_the_text_up_to_there()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Handbook.ToArray(), "a.pdf", configure: options => options.MaxPages = 1);
        Assert.Equal(ExtractionStatus.LimitReached, outcome.Status);
        Assert.False(outcome.IsComplete);
        Assert.Contains("MaxPages", outcome.Detail, StringComparison.Ordinal);
        Assert.Contains("Holiday policy", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Second page", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row068_Half_a_file_is_corrupt_and_no_exception()
    {
        byte[] whole = Handbook.ToArray();
        ExtractionOutcome outcome = await Extraction.OfAsync(whole[..(whole.Length / 3)], "a.pdf");
        Assert.Contains(outcome.Status, new[] { ExtractionStatus.Corrupt, ExtractionStatus.NothingToExtract });
    }
}
