using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Fuzz;

/// <summary>Files nested without end: a recursion whose depth a file decides would end the process.</summary>
public sealed class DepthTests
{
    private const int Deep = 200_000;

    public static TheoryData<string, string, string> Nested => new()
    {
        { "a.html", "<html><body>" + Repeat("<div>", Deep / 10) + "x", "divs" },
        { "a.html", "<html><body>" + Repeat("<b>", Deep / 20) + "x", "marks" },
        { "a.html", "<html><body>" + Repeat("<table><tr><td>", Deep / 10) + "x", "tables" },
        { "a.html", "<html><body>" + Repeat("<ul><li>", Deep / 40) + "x", "lists" },
        { "a.md", Repeat(">", Deep) + "x", "quotes" },
        { "a.md", Repeat("[", Deep) + "x", "brackets" },
        { "a.md", Repeat("*a ", Deep) + "x", "stars" },
        { "a.md", string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i * 2) + "- x\n")), "items" },
        { "a.json", Repeat("[", Deep), "arrays" },
        { "a.json", Repeat("{\"a\":", Deep), "objects" },
        { "a.ipynb", "{\"cells\":" + Repeat("[", Deep), "notebook" },
        { "a.xml", "<?xml version=\"1.0\"?>" + Repeat("<a>", Deep) + "x", "elements" },
        { "a.rtf", "{\\rtf1 " + Repeat("{\\b ", Deep) + "x", "groups" },
        { "a.eml", "From: a@b\r\nContent-Type: message/rfc822\r\n\r\n" + Repeat("Content-Type: message/rfc822\r\n\r\n", 2000) + "x", "messages" },
        { "a.eml", "From: a@b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + Repeat("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", 20_000) + "x", "parts" },
        { "a.pdf", "%PDF-1.4\n1 0 obj\n" + Repeat("[", Deep) + "\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF", "arrays" },
        { "a.pdf", "%PDF-1.4\n1 0 obj\n" + Repeat("<< /A ", Deep) + "\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF", "dictionaries" },
        { "a.csv", Repeat("a,", Deep), "columns" },
        { "a.csv", "\"" + Repeat("a,\n", Deep), "open quote" },
        { "a.txt", Repeat("word ", Deep), "one line" },
    };

    [Theory, MemberData(nameof(Nested))]
    public async Task T12_Depth_ends_in_an_outcome(string name, string file, string what)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(file), name, configure: options => options.TimeLimit = TimeSpan.FromMinutes(2));
        Assert.True(Enum.IsDefined(outcome.Status) && outcome.Status != ExtractionStatus.TimedOut, $"{what}: {outcome.Status}");
    }

    [Theory]
    [InlineData("word/document.xml", "a.docx")]
    [InlineData("content.xml", "a.odt")]
    public async Task T12_Depth_in_the_parts_of_documents_ends_in_an_outcome(string part, string name)
    {
        string nested = name == "a.docx"
            ? Repeat("<w:tbl><w:tr><w:tc>", 2_000) + Repeat("<m:oMath><m:f>", 2_000) + "x"
            : Repeat("<text:list><text:list-item>", 20_000) + "<text:p>x</text:p>";
        byte[] file = name == "a.docx" ? WordFile.Of(nested) : OdfFile.Of("text", nested);
        ExtractionOutcome outcome = await Extraction.OfAsync(file, name);
        Assert.True(outcome.Status == ExtractionStatus.Corrupt, $"{part}: {outcome.Status}");
    }

    [Theory]
    [InlineData("<p>a</p>")]
    [InlineData("a<br>")]
    public async Task T12_Lines_within_hundreds_of_quotes_stay_in_proportion_and_lose_no_text(string line)
    {
        const int Lines = 40_000;
        string file = "<html><body>" + Repeat("<blockquote>", 120) + Repeat(line, Lines);
        ExtractionOutcome text = await Extraction.OfAsync(Encoding.UTF8.GetBytes(file), "a.html");
        Assert.InRange(text.Markdown.Length, 0, 1_100_000 + (9 * 4 * Lines));
        Assert.Equal(Lines, text.PlainText.Count(static character => character == 'a'));
        Assert.Equal("nesting:signs", Assert.Single(text.Losses).Element);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
