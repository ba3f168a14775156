using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class OpenDocumentTests
{
    [Fact]
    public async Task Row067_Texts_keep_headings_lists_tables_links_and_notes()
    {
        const string Body = "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level=\"1\">Head</text:h><text:p>One<text:s text:c=\"2\"/>two <text:span>three</text:span><text:line-break/>four <text:a xlink:href=\"https://example.com/o\">link</text:a>"
            + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note><office:annotation><dc:creator>Bob</dc:creator><dc:date>2026-01-01</dc:date><text:p>Really?</text:p></office:annotation></text:p>"
            + "<text:list text:style-name=\"L1\"><text:list-item><text:p>first</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>second</text:p></text:list-item></text:list>"
            + "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table-header-rows>"
            + "<table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
            + "<text:p><draw:frame><draw:image/><svg:desc>A photo</svg:desc></draw:frame></text:p>";
        const string Styles = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/><text:list-level-style-bullet text:level=\"2\"/></text:list-style>";
        ExtractionOutcome outcome = await Extraction.OfAsync(OdfFile.Of("text", Body, Styles), "a.odt");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(
            "# Head\n\nOne two three\\\nfour [link](https://example.com/o)\n\n> **Note:** A note.\n\n> **Comment by Bob:** Really?\n\n1. first\n   - inner\n2. second\n\n| A | B |\n| --- | --- |\n| wide | wide |\n\n*A photo*",
            outcome.Markdown);
        Assert.Equal(("Titel", "Ann", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), (outcome.Properties.Title!, outcome.Properties.Author!, outcome.Properties.Created!.Value));
    }

    [Fact]
    public async Task Row067_Sheets_keep_displayed_values_dates_and_comments()
    {
        const string Body = "<table:table table:name=\"Plan\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Day</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Hours</text:p></table:table-cell></table:table-row>"
            + "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-04\"><office:annotation><dc:creator>Ann</dc:creator><text:p>check</text:p></office:annotation><text:p>04/03/26</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"7.5\"><text:p>7.50</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
        ExtractionOutcome outcome = await Extraction.OfAsync(OdfFile.Of("spreadsheet", Body), "a.ods");
        Assert.Equal("## Plan\n\n| Day | Hours |\n| --- | --- |\n| 2026-03-04 | 7.50 |\n\n> **Comment by Ann on A2:** check", outcome.Markdown);
        Assert.Equal("Plan!A1:B2", Assert.Single(outcome.Blocks, block => block.Kind == ExtractedBlockKind.Table).Location.ToString());
    }

    [Fact]
    public async Task T12_Repetitions_are_bounded_and_told()
    {
        const string Body = "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"3\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
        ExtractionOutcome outcome = await Extraction.OfAsync(OdfFile.Of("spreadsheet", Body), "a.ods");
        Assert.Equal("sheet:repeated", Assert.Single(outcome.Losses).Element);
        Assert.True(outcome.Markdown.Length < 20_000);
    }

    [Fact]
    public async Task Row067_Slides_keep_titles_and_notes()
    {
        const string Body = "<draw:page><draw:frame presentation:class=\"title\"><draw:text-box><text:p>Welcome</text:p></draw:text-box></draw:frame><draw:frame presentation:class=\"outline\"><draw:text-box><text:list><text:list-item><text:p>point</text:p></text:list-item></text:list></draw:text-box></draw:frame>"
            + "<presentation:notes><draw:frame><draw:text-box><text:p>Say hello.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page><draw:frame><draw:text-box><text:p>Bye</text:p></draw:text-box></draw:frame></draw:page>";
        ExtractionOutcome outcome = await Extraction.OfAsync(OdfFile.Of("presentation", Body), "a.odp");
        Assert.Equal("## Welcome\n\n- point\n\n> **Notes:** Say hello.\n\nBye", outcome.Markdown);
        Assert.Equal("slide 2", outcome.Blocks[^1].Location.ToString());
    }

    [Fact]
    public async Task Row068_A_file_with_a_password_is_encrypted()
    {
        byte[] file = OdfFile.Of("text", "<text:p>x</text:p>", manifest: "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>");
        Assert.Equal(ExtractionStatus.Encrypted, (await Extraction.OfAsync(file, "a.odt")).Status);
    }
}
