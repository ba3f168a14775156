using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ExcelNumberFormat;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Sheets;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads workbooks of Excel 97 to 2003 (xls), and binary ones of newer versions (xlsb).</summary>
internal sealed class XlsExtractor : IFormatExtractor
{
    static XlsExtractor() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Xls, Internal.MediaTypes.Xlsb];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        if (input.MediaType == Internal.MediaTypes.Xlsb)
        {
            ArchiveReader.Check(input.Content, input.Meter);
        }

        try
        {
            using IExcelDataReader reader = ExcelReaderFactory.CreateReader(input.Content, new ExcelReaderConfiguration { LeaveOpen = true });
            output.Properties = new DocumentProperties { PageCount = reader.ResultsCount };
            do
            {
                output.BeginSheet(reader.Name);
                output.Heading(2, reader.Name);
                if (reader.VisibleState != "visible")
                {
                    output.Lose("sheet:hidden", "A hidden sheet is shown like the others.");
                }

                Rows(reader, input, output);
            }
            while (reader.NextResult());
        }
        catch (InvalidPasswordException)
        {
            output.Stop(ExtractionStatus.Encrypted, "The workbook is protected by a password; a copy without protection can be read.");
        }

        return ValueTask.CompletedTask;
    }

    private static void Rows(IExcelDataReader reader, DocumentInput input, DocumentWriter output)
    {
        SheetTable table = new(output);
        List<SheetCell> cells = [];
        for (int row = 1; reader.Read(); row++)
        {
            input.Meter.Checkpoint();
            cells.Clear();
            for (int column = 0; column < reader.FieldCount; column++)
            {
                if (Shown(reader, column) is { Length: > 0 } text)
                {
                    cells.Add(new SheetCell(column + 1, text.AsMemory(), reader.GetValue(column) is string));
                }
            }

            table.Add(row, cells);
        }

        table.Complete();
    }

    private static string? Shown(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text,
        double number => CellText.Of(number, Format(reader.GetNumberFormatString(column)), is1904: false),
        int number => CellText.Of(number, Format(reader.GetNumberFormatString(column)), is1904: false),
        DateTime date => CellText.Of(date),
        TimeSpan time => CellText.Of(time.TotalDays, new NumberFormat("[h]:mm:ss"), is1904: false),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static NumberFormat? Format(string? code) => code is null or "" or "General" or "@" ? null : new NumberFormat(code);
}
