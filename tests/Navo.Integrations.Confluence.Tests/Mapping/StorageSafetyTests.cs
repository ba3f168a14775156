using System.Text;
using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class StorageSafetyTests
{
    [Theory]
    [InlineData("<p>secret text", 1)]
    [InlineData("line\n<p>secret</b>", 2)]
    [InlineData("&secret;", 1)]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>", 1)]
    [InlineData("a < b", 1)]
    public void T12_What_is_not_storage_format_is_refused_by_its_position_without_its_content(string storage, int line)
    {
        ProtocolException refused = Assert.Throws<ProtocolException>(() => StorageSamples.Render(storage));
        Assert.Contains($"line {line}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }

    [Theory]
    [InlineData("p")]
    [InlineData("ul")]
    [InlineData("blockquote")]
    [InlineData("table")]
    [InlineData("ac:link")]
    [InlineData("ac:structured-macro")]
    [InlineData("ri:attachment")]
    [InlineData("unknown:thing")]
    public void T12_Ten_thousand_levels_are_refused_and_overflow_no_stack(string element)
    {
        string storage = string.Concat(Enumerable.Repeat($"<{element}>", 10_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 10_000));
        try
        {
            StorageSamples.Render(storage);
        }
        catch (ProtocolException deep)
        {
            Assert.Contains("256", deep.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void T12_Two_hundred_levels_are_read() =>
        Assert.Equal("x", StorageSamples.Render(string.Concat(Enumerable.Repeat("<div>", 200)) + "x" + string.Concat(Enumerable.Repeat("</div>", 200))).Markdown);

    [Fact]
    public void T07_Merged_cells_cannot_blow_up_a_table()
    {
        string row = "<tr>" + string.Concat(Enumerable.Repeat("<td colspan=\"1000\" rowspan=\"1000\">cell with text</td>", 50)) + "</tr>";
        RenderedMarkup page = StorageSamples.Render("<table>" + string.Concat(Enumerable.Repeat(row, 50)) + "</table>");
        Assert.InRange(page.Markdown.Length, 1, 1_000_000);
        Assert.Contains(page.Losses, loss => loss.Element == "table:merged-cells");
    }

    [Fact]
    public void T12_More_text_than_the_bound_is_refused() =>
        Assert.Throws<ProtocolException>(() => StorageSamples.Render(new string('x', 20_000_001)));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\u200Bscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    public void T12_An_address_that_runs_or_reads_is_never_a_link(string address)
    {
        RenderedMarkup page = StorageSamples.Render($"<a href=\"{address}\">text</a><ac:link><ri:url ri:value=\"{address}\"/><ac:link-body>more</ac:link-body></ac:link>");
        Assert.Equal("textmore", page.Markdown);
        Assert.Empty(page.Links);
        Assert.Single(page.Losses);
    }

    [Theory]
    [InlineData("https://a.example/x](y) [z", "[t](https://a.example/x]%28y%29%20[z)")]
    [InlineData("/wiki/x y", "[t](/wiki/x%20y)")]
    [InlineData("mailto:a@b.example", "[t](mailto:a@b.example)")]
    public void T12_An_address_cannot_leave_its_parentheses(string address, string markdown) =>
        Assert.Equal(markdown, StorageSamples.Render($"<a href=\"{address}\">t</a>").Markdown);

    [Theory]
    [InlineData("\u200B\u202E\u2066zero and bidi\u2069")]
    [InlineData("😀 family 👨‍👩‍👧")]
    [InlineData("e\u0301")]
    public void T20_Invisible_and_directional_characters_are_kept(string text) =>
        Assert.Equal(text, StorageSamples.Render($"<p>{text}</p>").PlainText);

    [Fact]
    public void T20_Html_entities_are_all_known()
    {
        const string Names = "&nbsp; &iexcl; &AElig; &aelig; &yuml; &OElig; &fnof; &tilde; &Alpha; &omega; &piv; &ensp; &zwnj; &mdash; &bdquo; &hellip; &image; &alefsym; &crarr; &hArr; &there4; &asymp; &supe; &rfloor; &lang; &loz;";
        Assert.Equal(System.Net.WebUtility.HtmlDecode(Names), new EntityReader(Names).ReadToEnd());
        Assert.Equal("é€∑♥ϑ♦\"&<>'", StorageSamples.Render("&eacute;&euro;&sum;&hearts;&thetasym;&diams;&quot;&amp;&lt;&gt;&apos;").PlainText);
    }

    [Theory]
    [InlineData("<p>&amp;nbsp; &amp;amp;</p>", "&nbsp; &amp;")]
    [InlineData("<!-- &eacute; --><p>&eacute;<!-- &eacute; -->&eacute;</p>", "éé")]
    [InlineData("<p>&#233;&#xE9;&Eacute;</p>", "ééÉ")]
    [InlineData("<p><?x <!-- ?>&eacute;<?y &eacute; ?></p>", "é")]
    [InlineData("<?x <!-- ?><p><![CDATA[--> &eacute;]]></p>", "--> &eacute;")]
    [InlineData("<!--><![CDATA[ --><p>&eacute;</p>", "é")]
    [InlineData("<p>a<![CDATA[ &eacute; ]]>&eacute;<![CDATA[&]]></p>", "a &eacute; é&")]
    [InlineData("<p><a href=\"https://example.test/?a=1&amp;b=&eacute;\">&eacute;</a></p>", "é")]
    public void T20_Names_of_characters_are_read_where_they_are_markup_and_nowhere_else(string storage, string text) => Assert.Equal(text, StorageSamples.Render(storage).PlainText);

    [Theory]
    [InlineData("<p>&unknown;</p>")]
    [InlineData("<p>&eacute</p>")]
    [InlineData("<p>&</p>")]
    [InlineData("<p>&;</p>")]
    [InlineData("<p><![CDATA[ &eacute; </p>")]
    [InlineData("<!-- &eacute; <p>x</p>")]
    [InlineData("<!x><p>&eacute;</p>")]
    [InlineData("<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>")]
    public void T12_What_only_looks_like_a_name_is_malformed(string storage) => Assert.Throws<ProtocolException>(() => StorageSamples.Render(storage));

    [Fact]
    public void T13_A_hostile_text_takes_time_in_proportion()
    {
        foreach (string unit in (string[])["*", "_a", "[", "`", "<b>x</b>", "&nbsp;", "<br/>", "<a href=\"x\">[</a>"])
        {
            string storage = $"<p>{string.Concat(Enumerable.Repeat(unit, 20_000))}</p>";
            Assert.InRange(StorageSamples.Render(storage).Markdown.Length, 0, 12 * storage.Length);
        }
    }

    [Fact]
    public void Row069_Every_character_of_the_text_is_retained()
    {
        Gen<string> text = Gen.String[Gen.Char["abcXYZ 019.,;:!?*_`[](){}<>&|~#+-=\\\"'/\u00e9\u6f22\u200b\u00a0"], 1, 20];
        Gen<string> wrapped = Gen.Select(text, Gen.Int[0, 13]).Select((content, kind) => Wrap(System.Security.SecurityElement.Escape(content)!, kind));
        wrapped.Array[1, 8].Select(parts => string.Concat(parts)).SampleSeeded(
            storage => Assert.Equal(Visible(TextOf(storage)), Visible(StorageSamples.Render(storage).PlainText)),
            cases: 1000);
    }

    [Fact]
    public void Row069_Text_survives_a_reader_of_markdown()
    {
        Gen<string> text = Gen.String[Gen.Char["ab 01.)*_`[](){}<>&;|~#+-=\\!\"'/"], 1, 30];
        text.SampleSeeded(
            content =>
            {
                string markdown = StorageSamples.Render($"<p>{System.Security.SecurityElement.Escape(content)}</p>").Markdown;
                Assert.Equal(Visible(content), Visible(Markdig.Markdown.ToPlainText(markdown)));
            },
            cases: 3000);
    }

    [Fact]
    public void T12_Damaged_storage_ends_in_text_or_in_a_typed_refusal()
    {
        string[] samples = [.. StorageGoldenTests.Samples.Select(row => StorageSamples.Read($"{row.Data}.xml"))];
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 40], Gen.OneOf(Gen.Const(string.Empty), Gen.Const("<"), Gen.Const("</p>"), Gen.Const("<td>"), Gen.Const("]]>"), Gen.Const("&"), Gen.Const("\0"), Gen.Const("<ac:link/>"))).SampleSeeded(
            (index, at, cut, insert) =>
            {
                string sample = samples[index];
                int start = at % sample.Length;
                string damaged = sample[..start] + insert + sample[Math.Min(start + cut, sample.Length)..];
                try
                {
                    RenderedMarkup page = StorageSamples.Render(damaged);
                    Assert.InRange(page.Markdown.Length, 0, 10 * damaged.Length);
                }
                catch (ProtocolException)
                {
                    // The typed refusal.
                }
            },
            cases: 1000);
    }

    private static string Wrap(string content, int kind) => kind switch
    {
        0 => $"<p>{content}</p>",
        1 => $"<h2>{content}</h2>",
        2 => $"<ul><li>{content}</li></ul>",
        3 => $"<table><tr><td>{content}</td></tr></table>",
        4 => $"<strong>{content}</strong>",
        5 => $"<code>{content}</code>",
        6 => $"<p><em>{content}</em>{content}</p>",
        7 => $"<ac:task-list><ac:task><ac:task-body>{content}</ac:task-body></ac:task></ac:task-list>",
        8 => $"<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>{content}</p></ac:rich-text-body></ac:structured-macro>",
        9 => $"<a href=\"#x\">t{content}</a>",
        10 => $"<blockquote><pre>{content}</pre></blockquote>",
        11 => $"<table><tr><th><table><tr><td>{content}</td></tr></table></th></tr></table>",
        12 => $"<ac:layout><ac:layout-section><ac:layout-cell><p>{content}<br/>{content}</p></ac:layout-cell></ac:layout-section></ac:layout>",
        _ => $"<unknown>{content}</unknown>",
    };

    private static string TextOf(string storage)
    {
        var text = new StringBuilder();
        using System.Xml.XmlReader reader = StorageXml.Open(storage);
        while (reader.Read())
        {
            text.Append(reader.Value);
        }

        return text.ToString();
    }

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
