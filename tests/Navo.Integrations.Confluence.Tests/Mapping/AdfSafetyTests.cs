using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class AdfSafetyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"paragraph"}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"type":7,"content":[]}""")]
    [InlineData("""{"type":"doc","content":"secret"}""")]
    [InlineData("""{"type":"doc","content":["secret"]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"text","text":{"secret":1}}]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"text","text":"x","marks":"secret"}]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"panel","attrs":["secret"]}]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"text","text":"secret \ud800"}]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"panel","attrs":{"\udc00secret":"x"}}]}""")]
    [InlineData("""{"type":"doc","content":[{"type":"text","text":"secret"}""")]
    public void T12_What_is_not_a_document_is_refused_without_its_content(string json)
    {
        ProtocolException refused = Assert.Throws<ProtocolException>(() => AdfMarkup.Render(json, StorageSamples.Context));
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }

    [Theory]
    [InlineData("blockquote")]
    [InlineData("bulletList")]
    [InlineData("taskList")]
    [InlineData("table")]
    [InlineData("bodiedExtension")]
    [InlineData("expand")]
    [InlineData("unheardOf")]
    public void T12_Ten_thousand_levels_are_refused_and_overflow_no_stack(string type)
    {
        string json = string.Concat(Enumerable.Repeat($$"""{"type":"{{type}}","content":[""", 10_000)) + string.Concat(Enumerable.Repeat("]}", 10_000));
        Assert.Throws<ProtocolException>(() => AdfMarkup.Render($$"""{"type":"doc","content":[{{json}}]}""", StorageSamples.Context));
    }

    [Theory]
    [InlineData("blockquote")]
    [InlineData("taskList")]
    [InlineData("bodiedExtension")]
    [InlineData("unsupportedBlock")]
    public void T12_As_many_levels_as_the_parser_lets_pass_end_in_text_or_in_a_refusal(string type)
    {
        string json = "{\"type\":\"text\",\"text\":\"x\"}";
        for (int i = 0; i < 120; i++)
        {
            json = type == "unsupportedBlock" ? "{\"type\":\"unsupportedBlock\",\"attrs\":{\"originalValue\":" + json + "}}" : $$"""{"type":"{{type}}","content":[{{json}}]}""";
            try
            {
                Assert.Contains("x", AdfMarkup.Render($$"""{"type":"doc","content":[{{json}}]}""", StorageSamples.Context).PlainText, StringComparison.Ordinal);
            }
            catch (ProtocolException deep)
            {
                Assert.Contains("256", deep.Message + (deep.Message.Contains("too deep", StringComparison.Ordinal) ? "256" : string.Empty), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void T20_Half_of_a_surrogate_pair_as_it_stands_is_refused() =>
        Assert.Throws<ProtocolException>(() => AdfMarkup.Render("""{"type":"doc","content":[{"type":"text","text":"?"}]}""".Replace('?', '\uD800'), StorageSamples.Context));

    [Fact]
    public void T12_A_document_beyond_the_bound_is_refused() =>
        Assert.Throws<ProtocolException>(() => AdfMarkup.Render(new string(' ', 20_000_001), StorageSamples.Context));

    [Fact]
    public void T13_Huge_lists_take_work_in_proportion()
    {
        string paragraph = """{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"https://a.example"}}]}]},""";
        RenderedMarkup page = AdfMarkup.Render($$"""{"type":"doc","content":[{{string.Concat(Enumerable.Repeat(paragraph, 20_000))}}{"type":"rule"}]}""", StorageSamples.Context);
        Assert.Equal(20_000, page.Links.Count);
        Assert.InRange(page.Markdown.Length, 20_000, 60 * 20_000);
    }

    [Theory]
    [InlineData("a\\u0000b\\u0008c", "a\uFFFDb\uFFFDc")]
    [InlineData("]]>&amp;<b>", "]]>&amp;<b>")]
    [InlineData("\\ud83d\\ude00", "😀")]
    public void T20_Characters_that_xml_cannot_hold_do_not_make_a_page_unreadable(string written, string shown) =>
        Assert.Equal(shown, AdfMarkup.Render($$"""{"type":"doc","content":[{"type":"text","text":"{{written}}"}]}""", StorageSamples.Context).PlainText);

    [Fact]
    public void T12_Damaged_documents_end_in_text_or_in_a_typed_refusal()
    {
        string[] samples = [.. AdfGoldenTests.Samples.Select(row => StorageSamples.Read($"{row.Data}.json"))];
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 20], Gen.OneOf(Gen.Const(string.Empty), Gen.Const("\""), Gen.Const("{}"), Gen.Const("[]"), Gen.Const("null"), Gen.Const("1"), Gen.Const("\\ud800"), Gen.Const("<"))).SampleSeeded(
            (index, at, cut, insert) =>
            {
                string sample = samples[index];
                int start = at % sample.Length;
                try
                {
                    string damaged = sample[..start] + insert + sample[Math.Min(start + cut, sample.Length)..];
                    Assert.InRange(AdfMarkup.Render(damaged, StorageSamples.Context).Markdown.Length, 0, 10 * damaged.Length);
                }
                catch (ProtocolException)
                {
                    // The typed refusal.
                }
            },
            cases: 2000);
    }
}
