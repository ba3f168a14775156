using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>Writes a page: its blocks of lines in reading order. What stands in larger letters than most of the page is a heading.</summary>
internal static class PdfPage
{
    private const int LongestHeading = 200;
    private const double LargerThanBody = 1.15;

    private static readonly NearestNeighbourWordExtractor Words = new(new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 });
    private static readonly RecursiveXYCut Blocks = new();
    private static readonly UnsupervisedReadingOrderDetector Order = new(5, UnsupervisedReadingOrderDetector.SpatialReasoningRules.RowWise);

    public static PdfPageKind Write(Page page, DocumentWriter output)
    {
        List<Word> words = [.. Words.GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text))];
        if (words.Count == 0)
        {
            return page.NumberOfImages > 0 ? PdfPageKind.Scanned : PdfPageKind.Blank;
        }

        double body = BodySize(page.Letters);
        foreach (TextBlock block in Order.Get(Blocks.GetBlocks(words)))
        {
            Write(block, body, output);
        }

        Links(page, output);
        return PdfPageKind.Text;
    }

    private static void Write(TextBlock block, double body, DocumentWriter output)
    {
        StringBuilder text = new();
        foreach (TextLine line in block.TextLines)
        {
            double size = Size(line);
            bool isHeading = size >= body * LargerThanBody && line.Text.Length <= LongestHeading;
            if (isHeading)
            {
                Paragraph(text, output);
                output.Heading(size >= body * 1.7 ? 1 : size >= body * 1.4 ? 2 : 3, line.Text);
            }
            else
            {
                PdfLines.Append(text, line.Text);
            }
        }

        Paragraph(text, output);
    }

    private static void Paragraph(StringBuilder text, DocumentWriter output)
    {
        output.Paragraph(text.ToString());
        text.Clear();
    }

    // The size that most letters of the page have.
    private static double BodySize(IReadOnlyList<Letter> letters) => letters
        .Where(letter => !string.IsNullOrWhiteSpace(letter.Value))
        .GroupBy(letter => Math.Round(letter.PointSize, 1))
        .MaxBy(group => group.Count())?.Key ?? 0;

    private static double Size(TextLine line) => line.Words.SelectMany(word => word.Letters).Select(letter => letter.PointSize).DefaultIfEmpty().Average();

    private static void Links(Page page, DocumentWriter output)
    {
        foreach (Hyperlink link in page.GetHyperlinks())
        {
            output.NoteLink(link.Text, link.Uri);
        }
    }
}
