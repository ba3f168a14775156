using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Html;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

/// <summary>Large bodies. The bound is on the work, told by what is allocated on this thread or by a minute where nothing is: it grows with the body and not with its square.</summary>
public sealed class LargeBodyTests
{
    private const int Rows = 10_000;
    private const int Megabyte = 1 << 20;

    [Fact]
    public void T13_A_page_of_five_megabytes_is_read_whole()
    {
        string paragraph = $"<p>{string.Concat(Enumerable.Repeat("some words with <strong>weight</strong> and a_b ", 20))}</p>";
        string storage = string.Concat(Enumerable.Repeat(paragraph, 5 * Megabyte / paragraph.Length));
        RenderedMarkup page = Bounded(() => StorageSamples.Render(storage), storage.Length);
        Assert.Equal(1, page.Retention.CharacterRatio);
        Assert.Equal(page.Retention.Source.Characters, page.Retention.Kept.Characters);
    }

    [Theory]
    [InlineData('a', "_b", "_b")]
    [InlineData('a', "&amp;lt;", "\\&lt;")]
    [InlineData(' ', "1. b", "1\\. b")]
    public void T13_A_long_text_is_escaped_as_a_short_one(char before, string storage, string markdown)
    {
        string words = new(before, 1023); // with the next character that was once read as a part of its own, so that a space was seen behind it
        Assert.Equal(words.Trim() + markdown, StorageSamples.Render($"<p>{words}{storage}</p>").Markdown);
    }

    [Fact]
    public async Task T13_White_space_of_any_length_takes_work_in_proportion()
    {
        string storage = $"<p>{string.Concat(Enumerable.Repeat("a  ", 2 * Megabyte))}</p>"; // minutes, were it looked through from each word on
        RenderedMarkup page = await Task.Run(() => StorageSamples.Render(storage), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal((4 * Megabyte) - 1, page.Markdown.Length);
    }

    [Fact]
    public void T13_Links_within_links_are_refused_when_their_texts_are_too_long()
    {
        const int Depth = 130;
        string storage = Nested("<a href=\"x\">", new string('a', 8_000), "</a>", Depth);
        Assert.Equal(Depth, StorageSamples.Render(storage.Replace("aa", "a", StringComparison.Ordinal)).Links.Count);
        ProtocolException refused = Assert.Throws<ProtocolException>(() => StorageSamples.Render(storage));
        Assert.Contains($"{(2 * storage.Length) + 1_000_000} characters", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<blockquote>", "</blockquote>", "<p>a</p>")]
    [InlineData("<ul><li>", "</li></ul>", "<p>a</p>")]
    [InlineData("<blockquote>", "</blockquote>", "a<br/>")]
    public void T13_Lines_within_hundreds_of_quotes_stay_in_proportion_and_lose_no_text(string begin, string end, string line)
    {
        const int Lines = 40_000;
        string storage = Nested(begin, string.Concat(Enumerable.Repeat(line, Lines)), end, 120);
        RenderedMarkup page = Bounded(() => StorageSamples.Render(storage), storage.Length);
        Assert.InRange(page.Markdown.Length, 0, 1_100_000 + (9 * 4 * Lines));
        Assert.Equal(Lines, page.PlainText.Count(static character => character == 'a'));
        Assert.Equal(Lines, page.Markdown.Count(static character => character == 'a'));
        Assert.Equal("nesting:signs", Assert.Single(page.Losses).Element);
    }

    [Fact]
    public void T13_Many_lines_within_a_few_quotes_keep_their_signs()
    {
        string storage = Nested("<blockquote>", string.Concat(Enumerable.Repeat("<p>some words</p>", 50_000)), "</blockquote>", 8);
        RenderedMarkup page = StorageSamples.Render(storage);
        Assert.Equal(50_000, page.Markdown.Split("> > > > > > > > some words").Length - 1);
        Assert.Empty(page.Losses);
    }

    [Fact]
    public void T07_A_table_of_ten_thousand_rows_keeps_every_one()
    {
        string storage = $"<table>{string.Concat(Enumerable.Range(1, Rows).Select(row => $"<tr><td>r{row}</td><td>x</td><td>y</td></tr>"))}</table>";
        RenderedMarkup page = Bounded(() => StorageSamples.Render(storage), storage.Length);
        Assert.Equal(Rows + 2, page.Markdown.Split('\n').Length);
        Assert.EndsWith($"| r{Rows} | x | y |", page.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void T07_A_document_with_ten_thousand_rows_keeps_every_one()
    {
        string row = "{\"type\":\"tableRow\",\"content\":[{\"type\":\"tableCell\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]}";
        string json = "{\"type\":\"doc\",\"content\":[{\"type\":\"table\",\"content\":[" + string.Join(',', Enumerable.Repeat(row, Rows)) + "]}]}";
        Assert.Equal(Rows + 2, Bounded(() => AdfMarkup.Render(json, StorageSamples.Context), json.Length).Markdown.Split('\n').Length);
    }

    [Theory]
    [InlineData("<tr><td>x")]
    [InlineData("</b><i>x</i>")]
    [InlineData("<p>x")]
    [InlineData("<x y=\"")]
    public void T13_A_hostile_view_takes_work_in_proportion(string unit)
    {
        string html = string.Concat(Enumerable.Repeat(unit, 50_000));
        Assert.InRange(Bounded(() => HtmlMarkup.Render(html, StorageSamples.Context), html.Length).Markdown.Length, 0, 10 * html.Length);
    }

    private static string Nested(string begin, string content, string end, int depth) => string.Concat(Enumerable.Repeat(begin, depth)) + content + string.Concat(Enumerable.Repeat(end, depth));

    private static RenderedMarkup Bounded(Func<RenderedMarkup> render, int length)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        RenderedMarkup page = render();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (200L * length) + (32 * Megabyte));
        return page;
    }
}
