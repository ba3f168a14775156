using System.Text.Json;
using System.Xml;
using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Html;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

/// <summary>What the golden files keep, measured once by the product and once more by readers of the sources that share no code with it.</summary>
public sealed class RetentionTests
{
    private const double Threshold = 0.99;

    private static readonly string[] Aside = ["ac:parameter", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:adf-attribute", "ac:adf-fallback"];

    public static TheoryData<string> Samples => new([.. StorageGoldenTests.Samples.Select(row => $"{row.Data}.xml"), .. AdfGoldenTests.Samples.Select(row => $"{row.Data}.json"), "view.html"]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row069_Nothing_of_a_golden_file_is_lost_without_a_word(string file)
    {
        RenderedMarkup page = Render(file);
        ContentRetention retention = page.Retention;
        Assert.InRange(retention.CharacterRatio, Threshold, 1);
        Assert.True(retention.Kept.Tables >= retention.Source.Tables || Named(page, "table:"), "tables");
        Assert.True(retention.Kept.Links >= retention.Source.Links || Named(page, "link:"), "links");
        Assert.True(retention.Kept.Images >= retention.Source.Images || Named(page, "image:") || Named(page, "element:ac:image"), "images");
        Assert.True(retention.Kept.CodeBlocks >= retention.Source.CodeBlocks || Named(page, "macro:"), "code");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Row069_The_words_of_a_golden_file_are_found_again(string file)
    {
        string[] words = [.. Words(file).Distinct()];
        string text = Visible(Render(file).PlainText);
        string[] missing = [.. words.Where(word => !text.Contains(word, StringComparison.Ordinal))];
        Assert.InRange((double)(words.Length - missing.Length) / words.Length, Threshold, 1);
    }

    [Fact]
    public void Row069_Retention_counts_what_there_is_and_what_is_left()
    {
        RenderedMarkup page = StorageSamples.Render(
            "<p>ab c&nbsp;d <a href=\"#x\">e</a><a href=\"javascript:1\">f</a></p><ac:image><ri:attachment ri:filename=\"i\"/></ac:image><ac:image/>"
            + "<table><tr><td>g<table><tr><td>h</td></tr></table></td></tr></table><pre>i j</pre><ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">sql</ac:parameter><ac:plain-text-body>k</ac:plain-text-body></ac:structured-macro>");
        Assert.Equal(new ContentMeasure(11, 2, 2, 2, 2), page.Retention.Source);
        Assert.Equal(new ContentMeasure(12, 1, 1, 1, 2), page.Retention.Kept);
        Assert.Equal(["link:javascript", "element:ac:image", "table:nested"], page.Losses.Select(loss => loss.Element));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a&#13;b")]
    [InlineData("a&nbsp;b")]
    public void Row069_White_space_does_not_count(string text) => Assert.Equal((2, 2), (StorageSamples.Render($"<p>{text}</p>").Retention.Source.Characters, StorageSamples.Render($"<p>{text}</p>").Retention.Kept.Characters));

    [Fact]
    public void Row069_Text_where_none_is_shown_counts_as_lost()
    {
        ContentRetention retention = StorageSamples.Render("<hr>lost</hr><p>kept</p>").Retention;
        Assert.Equal((8, 4, 0.5), (retention.Source.Characters, retention.Kept.Characters, retention.CharacterRatio));
    }

    [Fact]
    public void Row069_An_empty_body_has_kept_everything() => Assert.Equal(1, StorageSamples.Render(string.Empty).Retention.CharacterRatio);

    private static bool Named(RenderedMarkup page, string element) => page.Losses.Any(loss => loss.Element.StartsWith(element, StringComparison.Ordinal));

    private static RenderedMarkup Render(string file)
    {
        string body = StorageSamples.Read(file);
        return Path.GetExtension(file) switch
        {
            ".json" => AdfMarkup.Render(body, StorageSamples.Context),
            ".html" => HtmlMarkup.Render(body, StorageSamples.Context),
            _ => StorageMarkup.Render(body, StorageSamples.Context),
        };
    }

    private static IEnumerable<string> Words(string file)
    {
        string body = StorageSamples.Read(file);
        return Path.GetExtension(file) switch
        {
            ".json" => OfDocument(JsonDocument.Parse(body).RootElement),
            ".html" => Markdig.Markdown.ToPlainText(StorageSamples.Read("view.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetterOrDigit)),
            _ => OfStorage(body),
        };
    }

    private static IEnumerable<string> OfDocument(JsonElement node)
    {
        if (node.TryGetProperty("text", out JsonElement text))
        {
            return Split(text.GetString()!);
        }

        return node.TryGetProperty("content", out JsonElement content) ? content.EnumerateArray().SelectMany(OfDocument) : [];
    }

    private static List<string> OfStorage(string storage)
    {
        List<string> words = [];
        using XmlReader reader = StorageXml.Open(storage);
        for (bool more = reader.Read(); more;)
        {
            if (reader.NodeType == XmlNodeType.Element && Aside.Contains(reader.Name))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            words.AddRange(Split(reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value : string.Empty));
            more = reader.Read();
        }

        return words;
    }

    private static IEnumerable<string> Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
