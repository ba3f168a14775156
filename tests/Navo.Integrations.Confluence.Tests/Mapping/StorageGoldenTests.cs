using Markdig;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class StorageGoldenTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras().Build();

    public static TheoryData<string> Samples => new("text", "lists", "tables", "macros", "links");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row069_A_body_becomes_the_expected_markdown(string name) =>
        Assert.Equal(StorageSamples.Read($"{name}.md").TrimEnd('\n'), StorageSamples.Sample(name).Markdown);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row073_The_sections_cover_the_markdown_exactly(string name)
    {
        RenderedMarkup page = StorageSamples.Sample(name);
        int end = 0;
        foreach (ContentSection section in page.Sections)
        {
            Assert.Equal(end, section.Start);
            end += section.Length;
        }

        Assert.Equal(page.Markdown.Length, end);
    }

    [Fact]
    public void Row069_A_table_comes_out_the_same_whatever_tables_stand_before_and_within_it()
    {
        const string Inner = "<table><tbody><tr><td rowspan=\"2\">n</td><td colspan=\"2\">1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>";
        const string Outer = $"<table><tbody><tr><th rowspan=\"3\">A{Inner}</th><th>B{Inner}</th></tr><tr><td>C</td></tr><tr><td>D{Inner}</td></tr></tbody></table>";
        string once = StorageSamples.Render(Outer).Markdown;
        Assert.Equal($"{once}\n\n{once}\n\n{once}", StorageSamples.Render($"{Outer}{Outer}{Outer}").Markdown);
        Assert.Equal(4, once.Split('\n').Length); // a head, the line below it, two rows
    }

    [Fact]
    public void Row073_Sections_have_paths_levels_and_anchors()
    {
        RenderedMarkup page = StorageSamples.Sample("text");
        Assert.Equal(["Getting-started", "Install", "Install.1", "deep"], page.Sections.Select(section => section.Anchor));
        Assert.Equal(["Getting started", "Install", "Deep dive"], page.Sections[3].HeadingPath);
        Assert.Equal(3, page.Sections[3].Level);
        Assert.StartsWith("## Install\n\nText.", page.Markdown.Substring(page.Sections[1].Start, page.Sections[1].Length), StringComparison.Ordinal);
    }

    [Fact]
    public void Row073_Data_centers_anchors_begin_with_the_title()
    {
        StorageRenderContext legacy = StorageSamples.Context with { AnchorStyle = HeadingAnchorStyle.TitlePrefixed };
        Assert.Equal("MyPage-Gettingstarted", StorageMarkup.Render("<h1>Getting started</h1>", legacy).Sections[0].Anchor);
    }

    [Fact]
    public void Row073_Text_before_the_first_heading_is_a_section_of_its_own()
    {
        RenderedMarkup page = StorageSamples.Render("<p>intro</p><h2>A</h2><p>b</p>");
        Assert.Equal([0, 2], page.Sections.Select(section => section.Level));
        Assert.Empty(page.Sections[0].HeadingPath);
        Assert.Null(page.Sections[0].Anchor);
    }

    [Theory]
    [InlineData("text", "<h1", "<h2", "<strong>bold</strong>", "<em>italic</em>", "<del>struck</del>", "<blockquote>", "<hr />", "<br />", "a<strong>\"b\"</strong>c")]
    [InlineData("lists", "<ol start=\"3\">", "class=\"language-bash\"", "type=\"checkbox\"", "checked=\"checked\"", "<p>One A</p>")]
    [InlineData("tables", "<th>Name</th>", "<td><strong>a|b</strong></td>", "one<br>two")]
    [InlineData("macros", "class=\"language-csharp\"", "// ``` fence ```", "<strong>Program.cs</strong>", "<h2", "kept body", "kept source")]
    [InlineData("links", "href=\"page:ENG/Release%20Plan\"", ">the [plan]</a>", "href=\"https://example.com/a%28b%29?q=1&amp;r=2\"", "alt=\"A [chart]\"")]
    public void Row069_A_reader_of_markdown_sees_the_structure(string name, params string[] facts)
    {
        string html = Markdown.ToHtml(StorageSamples.Sample(name).Markdown, GitHub).Replace("&quot;", "\"", StringComparison.Ordinal);
        Assert.All(facts, fact => Assert.Contains(fact, html, StringComparison.Ordinal));
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Row069_Links_name_their_targets()
    {
        IReadOnlyList<ContentLink> links = StorageSamples.Sample("links").Links;
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Content, Text = "the [plan]", Target = "Release Plan", Container = "ENG" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Content, Text = "Release Plan", Target = "Release Plan", Anchor = "Scope" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Attachment, Text = "a b.pdf", Target = "a b.pdf", Container = "HR" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.User, Text = "@Ann Lee", Target = "a1" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Container, Text = "ENG", Target = "ENG" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Image, Text = "A [chart]", Target = "chart.png" }, links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Anchor, Text = "down there", Target = "deep", Anchor = "deep" }, links);
    }

    [Fact]
    public void Row071_What_is_not_shown_is_named()
    {
        string[] lost = [.. StorageSamples.Sample("macros").Losses.Select(loss => loss.Element)];
        Assert.Equal(["macro:toc", "macro:children", "macro:jira", "macro:include", "macro:excerpt-include", "macro:view-file", "macro:drawio", "macro:acme-box", "macro:acme-src", "macro:acme-empty"], lost);
        Assert.Equal(["link:javascript", "link:data", "image:data"], StorageSamples.Sample("links").Losses.Select(loss => loss.Element));
    }

    [Fact]
    public void Row071_The_table_of_macros_says_what_the_code_does()
    {
        string document = StorageSamples.Read("confluence-macros.md");
        string[] rows = [.. document.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        Assert.Equal(MacroVocabulary.All.Select(macro => $"| `{macro.Name}` | {macro.Treatment.ToString().ToLowerInvariant()} | {macro.Shown} |"), rows);
    }

    [Fact]
    public void Row071_Every_macro_keeps_its_body_and_leaves_a_trace_without_one()
    {
        foreach (MacroDefinition macro in MacroVocabulary.All)
        {
            RenderedMarkup full = StorageSamples.Render($"<ac:structured-macro ac:name=\"{macro.Name}\"><ac:rich-text-body><p>inner text</p></ac:rich-text-body></ac:structured-macro>");
            bool isLozenge = macro.Name is "status" or "anchor";
            Assert.True(isLozenge || full.PlainText.Contains("inner text", StringComparison.Ordinal), macro.Name);
            RenderedMarkup empty = StorageSamples.Render($"<ac:structured-macro ac:name=\"{macro.Name}\"/>");
            Assert.True(macro.Treatment == MacroTreatment.Rendered || (empty.PlainText.StartsWith('[') && empty.Losses.Count == 1), macro.Name);
        }
    }
}
