using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Html;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

/// <summary>Large bodies. The bound is on the work, told by what is allocated on this thread: it grows with the body and not with its square.</summary>
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

    private static RenderedMarkup Bounded(Func<RenderedMarkup> render, int length)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        RenderedMarkup page = render();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (200L * length) + (32 * Megabyte));
        return page;
    }
}
