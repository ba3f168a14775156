using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Html;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class HtmlTests
{
    [Fact]
    public void Row069_A_view_becomes_the_expected_markdown() =>
        Assert.Equal(StorageSamples.Read("view.md").TrimEnd('\n'), Render(StorageSamples.Read("view.html")).Markdown);

    [Theory]
    [InlineData("", "")]
    [InlineData("<", "<")]
    [InlineData("a<b", "a")]
    [InlineData("</p></td>x", "x")]
    [InlineData("<p", "")]
    [InlineData("<p title='", "")]
    [InlineData("<!-- x", "")]
    [InlineData("<script>x", "")]
    [InlineData("1 &lt; 2 &unknown; &#0;", "1 < 2 &unknown; \uFFFD")]
    public void T12_Whatever_comes_ends_in_text(string html, string text) => Assert.Equal(text, Render(html).PlainText);

    [Fact]
    public void T12_Ten_thousand_levels_are_refused() =>
        Assert.Throws<ProtocolException>(() => Render(string.Concat(Enumerable.Repeat("<b>", 10_000))));

    [Fact]
    public void T12_A_view_beyond_the_bound_is_refused() => Assert.Throws<ProtocolException>(() => Render(new string('x', 20_000_001)));

    [Fact]
    public void T12_Damaged_views_end_in_text_or_in_a_typed_refusal()
    {
        string sample = StorageSamples.Read("view.html");
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Int[0, 40], Gen.OneOf(Gen.Const(string.Empty), Gen.Const("<"), Gen.Const("</table>"), Gen.Const("<td>"), Gen.Const("\""), Gen.Const("&"), Gen.Const("\0")))
            .Select((start, cut, insert) => sample[..start] + insert + sample[Math.Min(start + cut, sample.Length)..])
            .SampleSeeded(
            damaged => Assert.InRange(Render(damaged).Markdown.Length, 0, 10 * damaged.Length),
            cases: 1000);
    }

    private static RenderedMarkup Render(string html) => HtmlMarkup.Render(html, StorageSamples.Context);
}
