using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class PptxTests
{
    private const string Chart = "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>2025</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        + "<c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>Q1</c:v></c:pt><c:pt idx=\"1\"><c:v>Q2</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>10</c:v></c:pt><c:pt idx=\"1\"><c:v>20</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>";

    private const string Table = "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"4\" name=\"t\"/></p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow=\"1\"/><a:tr><a:tc gridSpan=\"2\"><a:txBody><a:p><a:r><a:t>Wide</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge=\"1\"><a:txBody><a:p/></a:txBody></a:tc></a:tr>"
        + "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>a</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>b</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";

    private static byte[] Deck => SlideFile.Of(
        (SlideFile.Shape("title", SlideFile.Paragraph("Welcome")) + SlideFile.Shape("body", SlideFile.Paragraph("first"), SlideFile.Paragraph("deeper", 1), SlideFile.Paragraph("second")) + SlideFile.Shape("sldNum", SlideFile.Paragraph("1")), string.Empty, slide => SlideFile.Notes(slide, "Say hello.")),
        (SlideFile.Shape("title", SlideFile.Paragraph("Numbers")) + "<p:grpSp><p:grpSp>" + SlideFile.Shape(string.Empty, SlideFile.Paragraph("In a group")) + "</p:grpSp></p:grpSp>" + Table
            + "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"5\" name=\"c\"/></p:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id=\"chart\"/></a:graphicData></a:graphic></p:graphicFrame><p:pic><p:nvPicPr><p:cNvPr id=\"6\" name=\"p\" descr=\"A map\"/></p:nvPicPr></p:pic>", "show=\"0\"", slide => SlideFile.Chart(slide, "chart", Chart)));

    [Fact]
    public async Task Row067_Slides_are_read_in_order_with_titles_tables_charts_and_notes()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Deck, "a.pptx");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal(
            """
            ## Welcome

            - first
              - deeper
            - second

            > **Notes:** Say hello.

            ## Numbers

            In a group

            | Wide | Wide |
            | --- | --- |
            | a | b |

            *Sales*

            |  | 2025 |
            | --- | --- |
            | Q1 | 10 |
            | Q2 | 20 |

            *A map*
            """.ReplaceLineEndings("\n"),
            outcome.Markdown);
        Assert.Equal("slide:hidden", Assert.Single(outcome.Losses).Element);
        Assert.Equal(("Deck", 2), (outcome.Properties.Title, outcome.Properties.PageCount));
    }

    [Fact]
    public async Task Row073_Blocks_name_their_slide()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Deck, "a.pptx");
        Assert.Equal("slide 1", outcome.Blocks[0].Location.ToString());
        Assert.Equal((2, "Numbers"), (outcome.Blocks[^1].Location.Slide!.Value, outcome.Blocks[^1].Location.HeadingPath.Single()));
    }

    [Fact]
    public async Task Row068_More_slides_than_the_limit_give_the_text_up_to_there()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Deck, "a.pptx", configure: options => options.MaxPages = 1);
        Assert.Equal(ExtractionStatus.LimitReached, outcome.Status);
        Assert.Contains("Welcome", outcome.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Numbers", outcome.Markdown, StringComparison.Ordinal);
    }
}
