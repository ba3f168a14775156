using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="de"><head><title>Urlaub</title><meta name="author" content="Ann"><style>p{color:red}</style><script>alert('x')</script></head>
        <body>
        <nav><a href="/">Startseite</a></nav>
        <main>
        <h1>Urlaub &amp; Reise</h1>
        Text ohne Absatz.
        <p>Ein <strong>fetter</strong> und <em>schräger</em> Satz mit <a href="https://example.com/a?b=1&amp;c=2">Verweis</a>, <code>x = 1</code> und <a href="javascript:alert(1)">Falle</a>.</p>
        <h2>Liste</h2>
        <ul><li>Eins<ul><li>Eins a</li><li>Eins b</li></ul></li><li>Zwei</li></ul>
        <ol start="3"><li>Drei</li><li>Vier</li></ol>
        <pre><code class="language-csharp">var x = 1;
        if (x &lt; 2) { }</code></pre>
        <blockquote><p>Zitat</p></blockquote>
        <table><caption>Tage</caption><thead><tr><th>Land</th><th>Tage</th></tr></thead>
        <tbody><tr><td rowspan="2">DE</td><td>30</td></tr><tr><td>20 | 25</td></tr></tbody></table>
        <p hidden>Verborgen</p><p style="display: none">Unsichtbar</p>
        <img src="https://tracker.example/x.png" alt="Ein Diagramm"><img src="y.png">
        </main>
        <footer>Impressum</footer>
        </body></html>
        """;

    [Fact]
    public async Task Row067_The_main_text_of_a_page_keeps_its_structure()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(
            """
            # Urlaub & Reise

            Text ohne Absatz.

            Ein **fetter** und *schräger* Satz mit [Verweis](https://example.com/a?b=1&c=2), `x = 1` und Falle.

            ## Liste

            - Eins
              - Eins a
              - Eins b
            - Zwei

            3. Drei
            4. Vier

            ```csharp
            var x = 1;
            if (x < 2) { }
            ```

            > Zitat

            Tage

            | Land | Tage |
            | --- | --- |
            | DE | 30 |
            | DE | 20 \| 25 |

            *Ein Diagramm*
            """.ReplaceLineEndings("\n"),
            outcome.Markdown);
        Assert.Equal(("Urlaub", "Ann", "de"), (outcome.Properties.Title, outcome.Properties.Author, outcome.Properties.Language));
    }

    [Theory]
    [InlineData("alert")]
    [InlineData("color:red")]
    [InlineData("Startseite")]
    [InlineData("Impressum")]
    [InlineData("Verborgen")]
    [InlineData("Unsichtbar")]
    [InlineData("javascript")]
    [InlineData("tracker")]
    public async Task Row067_What_is_not_shown_run_or_navigation_is_no_text(string absent)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        Assert.DoesNotContain(absent, outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, outcome.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row073_Blocks_say_what_they_are_and_under_which_headings_they_stand()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        ExtractedBlock table = Assert.Single(outcome.Blocks, block => block.Kind == ExtractedBlockKind.Table);
        Assert.Equal(["Urlaub & Reise", "Liste"], table.Location.HeadingPath);
        Assert.StartsWith("| Land | Tage |", outcome.Markdown.Substring(table.Start, table.Length), StringComparison.Ordinal);
        Assert.Equal(["link:javascript", "image"], outcome.Losses.Select(loss => loss.Element));
        Assert.Equal(["https://example.com/a?b=1&c=2"], outcome.Links.Select(link => link.Target));
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1251\">", "windows-1251")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "windows-1251")]
    public async Task Row067_A_page_may_name_its_character_set(string meta, string charset)
    {
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes($"<html><head>{meta}</head><body>Привет</body></html>");
        Assert.Equal("Привет", (await Extraction.OfAsync(page, "a.html")).PlainText);
    }

    [Fact]
    public async Task Row068_A_page_nested_without_end_keeps_its_text_and_says_that_it_was_flattened()
    {
        StringBuilder page = new("<html><body>");
        page.Insert(page.Length, "<div>", 5_000).Append("deep down").Append("</body></html>");
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(page.ToString()), "a.html");
        Assert.Contains("deep down", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains(outcome.Losses, loss => loss.Element == "html:depth");
    }

    [Fact]
    public async Task Row067_An_error_page_under_the_name_of_a_document_is_recognized()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("<!DOCTYPE html><html><body>Sign in</body></html>"u8.ToArray(), "report.docx");
        Assert.Equal("text/html", outcome.MediaType);
        Assert.True(outcome.IsDeclaredTypeWrong);
        Assert.Equal("Sign in", outcome.Markdown);
    }

    [Fact]
    public async Task Row067_Cells_hold_lists_and_marks_and_a_layout_table_is_its_text()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(
            "<html><body><table><tr><td>a<br>b</td><td><ul><li>x</li><li><b>y</b></li></ul></td></tr></table><table role=\"presentation\"><tr><td>one</td><td>two</td></tr></table></body></html>"u8.ToArray(), "a.html");
        Assert.Contains("| a<br>b | - x<br>- **y** |", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| one", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("one", outcome.Markdown, StringComparison.Ordinal);
    }
}
