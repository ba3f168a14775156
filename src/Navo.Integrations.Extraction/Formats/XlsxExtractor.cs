using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Formats.Sheets;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads Excel workbooks: each sheet as tables of what its cells show, row by row.</summary>
internal sealed class XlsxExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Xlsx];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        ArchiveReader.Check(input.Content, input.Meter);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(input.Content, isEditable: false);
        OfficeParts parts = new(document, input);
        WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidDataException("The document has no workbook.");
        XlsxWorkbook content = XlsxWorkbook.Read(parts.Open(workbook));
        output.Properties = parts.Describe() with { PageCount = content.Sheets.Count };
        SharedStrings strings = workbook.SharedStringTablePart is { } shared ? SharedStrings.Read(parts.Open(shared), input.Meter) : new();
        XlsxStyles styles = workbook.WorkbookStylesPart is { } styled ? XlsxStyles.Read(parts.Open(styled)) : new();
        foreach (XlsxWorkbook.Sheet sheet in content.Sheets)
        {
            output.BeginSheet(sheet.Name);
            output.Heading(2, sheet.Name);
            if (sheet.IsHidden)
            {
                output.Lose("sheet:hidden", "A hidden sheet is shown like the others.");
            }

            Read(workbook, sheet, new XlsxSheet(strings, styles, content.Is1904, input.Meter, output), parts, output);
        }

        return ValueTask.CompletedTask;
    }

    private static void Read(WorkbookPart workbook, XlsxWorkbook.Sheet sheet, XlsxSheet reader, OfficeParts parts, DocumentWriter output)
    {
        switch (OfficeParts.Find(workbook, sheet.Relationship))
        {
            case WorksheetPart part:
                reader.Read(parts.Open(part), part);
                XlsxDrawing.Write(part, parts, output);
                Comments(part, parts, output);
                break;
            case ChartsheetPart:
                output.Lose("sheet:chart", "A sheet that is a chart is not shown.");
                break;
            default:
                output.Lose("sheet:missing", "A sheet that the workbook names is not in it.");
                break;
        }
    }

    private static void Comments(WorksheetPart part, OfficeParts parts, DocumentWriter output)
    {
        List<(string Cell, string Text)> comments = [.. part.WorksheetThreadedCommentsParts.SelectMany(threaded => XlsxComments.Read(parts.Open(threaded), "threadedComment"))];
        HashSet<string> threads = [.. comments.Select(comment => comment.Cell)];

        // A threaded comment has an older twin on the same cell, which holds its text too.
        IEnumerable<(string Cell, string Text)> older = part.WorksheetCommentsPart is { } legacy ? XlsxComments.Read(parts.Open(legacy), "comment") : [];
        comments.AddRange(older.Where(comment => !threads.Contains(comment.Cell)));
        foreach ((string cell, string text) in comments)
        {
            output.Note(string.Create(CultureInfo.InvariantCulture, $"Comment on {cell}"), text);
        }
    }
}
