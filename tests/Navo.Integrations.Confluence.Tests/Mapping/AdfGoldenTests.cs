using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class AdfGoldenTests
{
    public static TheoryData<string> Samples => new("adf-text", "adf-lists", "adf-tables", "adf-blocks");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row069_A_document_becomes_the_expected_markdown(string name) =>
        Assert.Equal(StorageSamples.Read($"{name}.md").TrimEnd('\n'), Sample(name).Markdown);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row073_The_sections_of_a_document_cover_the_markdown_exactly(string name)
    {
        RenderedMarkup page = Sample(name);
        Assert.Equal(page.Markdown, string.Concat(page.Sections.Select(section => page.Markdown.Substring(section.Start, section.Length))));
    }

    [Fact]
    public void Row073_The_headings_of_a_document_give_paths_and_anchors()
    {
        ContentSection deepest = Sample("adf-text").Sections[^1];
        Assert.Equal(["Getting started", "Deep & wide"], deepest.HeadingPath);
        Assert.Equal("Deep-&-wide", deepest.Anchor);
    }

    [Fact]
    public void Row069_Both_formats_say_the_same_of_the_same_page() => Assert.Equal(
        StorageSamples.Render("<p>a <strong>b</strong></p><ul><li><p>c</p></li></ul><ac:structured-macro ac:name=\"toc\"/>").Markdown,
        Render("""{"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"text","text":"b","marks":[{"type":"strong"}]}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]}]},{"type":"extension","attrs":{"extensionKey":"toc"}}""").Markdown);

    [Fact]
    public void Row069_Every_known_node_keeps_the_text_within_it()
    {
        foreach (string type in AdfVocabulary.Names)
        {
            string inner = type == "text" ? "\"text\":\"inner\"" : "\"content\":[{\"type\":\"text\",\"text\":\"inner\"}]";
            string attributes = string.Join(',', ((string[])["text", "cxhtml", "issueKey", "alt", "url", "shortName", "timestamp"]).Select(name => $"\"{name}\":\"inner\""));
            string node = "{\"type\":\"" + type + "\",\"attrs\":{" + attributes + "}," + inner + "}";
            Assert.True(type is "rule" or "hardBreak" || Render(node).PlainText.Contains("inner", StringComparison.Ordinal), type);
        }
    }

    [Fact]
    public void Row071_Extensions_are_treated_as_macros_and_what_is_not_shown_is_named()
    {
        RenderedMarkup page = Sample("adf-blocks");
        Assert.Equal(
            ["element:adf:datasource", "element:adf:media", "element:adf:confluenceUnsupportedBlock", "element:adf:syncBlock", "link:javascript", "macro:toc", "macro:include", "macro:view-file", "macro:jira", "macro:acme-box"],
            page.Losses.Select(loss => loss.Element));
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Content, Text = "Release Plan", Target = "Release Plan", Container = "ENG" }, page.Links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Image, Text = "chart.png", Target = "chart.png" }, page.Links);
        Assert.Contains(new ContentLink { Kind = ContentLinkKind.Address, Text = "the plan", Target = "https://example.com/a(b)" }, page.Links);
    }

    [Fact]
    public void Row071_Every_macro_leaves_a_trace_as_an_extension()
    {
        foreach (MacroDefinition macro in MacroVocabulary.All.Where(macro => macro.Treatment != MacroTreatment.Rendered))
        {
            RenderedMarkup page = Render("{\"type\":\"extension\",\"attrs\":{\"extensionKey\":\"" + macro.Name + "\"}}");
            Assert.True(page.PlainText.StartsWith('[') && page.Losses.Count == 1, macro.Name);
        }
    }

    private static RenderedMarkup Render(string nodes) => AdfMarkup.Render("{\"type\":\"doc\",\"content\":[" + nodes + "]}", StorageSamples.Context);

    private static RenderedMarkup Sample(string name) => AdfMarkup.Render(StorageSamples.Read($"{name}.json"), StorageSamples.Context);
}
