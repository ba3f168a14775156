using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class TextFormatTests
{
    [Fact]
    public async Task Row067_Markdown_is_taken_as_it_is_and_its_blocks_are_found()
    {
        const string Text = "---\ntitle: x\n---\n# Title\n\nSome *text* with [a link](https://example.com).\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```csharp\nvar x = 1;\n\nvar y = 2;\n```\n\n## Sub\n\nEnd.";
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(Text), "readme.md");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal("text/markdown", outcome.MediaType);
        Assert.Contains("Some *text* with [a link](https://example.com).", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("Some text with a link.", outcome.PlainText, StringComparison.Ordinal);
        Assert.Contains("```csharp\nvar x = 1;\n\nvar y = 2;\n```", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal(["Title", "Sub"], outcome.Blocks[^1].Location.HeadingPath);
        Assert.Contains(outcome.Blocks, block => block.Kind == ExtractedBlockKind.Table);
    }

    [Fact]
    public async Task Row067_Json_is_indented_with_readable_characters_and_in_parts()
    {
        string items = string.Join(',', Enumerable.Range(0, 400).Select(i => "{\"id\":" + i + ",\"text\":\"item number " + i + "\"}"));
        string json = "{\"name\":\"Gr\\u00fc\\u00dfe\",\"list\":[1,2.50,true,null],\"items\":[" + items + "],\"last\":{\"x\":\"y\"}}";
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(json), "a.json");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Contains("\"name\": \"Grüße\"", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("2.50", outcome.Markdown, StringComparison.Ordinal);
        Assert.True(outcome.Blocks.Count > 1);
        Assert.All(outcome.Blocks, block => Assert.Equal(ExtractedBlockKind.Code, block.Kind));
        string whole = string.Join('\n', outcome.Markdown.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)));
        using System.Text.Json.JsonDocument parsed = System.Text.Json.JsonDocument.Parse(whole);
        Assert.Equal(400, parsed.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Row068_What_is_no_json_is_given_as_it_stands_and_said_to_be_so()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("{\"a\": 1, oops"u8.ToArray(), "a.json");
        Assert.Contains("oops", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal("json:invalid", Assert.Single(outcome.Losses).Element);
    }

    [Fact]
    public async Task Row067_Xml_keeps_names_values_and_nesting()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("<?xml version=\"1.0\"?><order id=\"7\"><customer>Ann</customer><lines><line><sku>A1</sku><n>2</n></line></lines><empty/></order>"u8.ToArray(), "a.xml");
        Assert.Equal("- order\n  - @id: 7\n  - customer: Ann\n  - lines\n    - line\n      - sku: A1\n      - n: 2", outcome.Markdown);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]><r>&c;</r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>")]
    [InlineData("<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/evil.dtd\"><r>&x;</r>")]
    public async Task T12_Entities_of_a_document_type_are_neither_expanded_nor_fetched(string xml)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + xml), "a.xml");
        Assert.Equal(ExtractionStatus.Corrupt, outcome.Status);
        Assert.DoesNotContain("aaaa", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_A_notebook_gives_prose_code_and_what_the_code_wrote()
    {
        const string Notebook = """
            {"nbformat":4,"metadata":{"kernelspec":{"language":"julia"}},"cells":[
            {"cell_type":"markdown","source":["# Analysis\n","Some *prose*."]},
            {"cell_type":"code","source":"x = 1\nprint(x)","outputs":[{"output_type":"stream","text":["1\n"]},{"output_type":"display_data","data":{"image/png":"iVBORw0KGgo=","text/plain":["<Figure>"]}}]},
            {"cell_type":"raw","source":"raw text"}]}
            """;
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(Notebook), "a.ipynb");
        Assert.Equal("# Analysis\n\nSome *prose*.\n\n```julia\nx = 1\nprint(x)\n```\n\n```\n1\n```\n\n```\n<Figure>\n```\n\n```\nraw text\n```", outcome.Markdown);
        Assert.Equal("image", Assert.Single(outcome.Losses).Element);
        Assert.DoesNotContain("iVBOR", outcome.Markdown, StringComparison.Ordinal);
    }
}
