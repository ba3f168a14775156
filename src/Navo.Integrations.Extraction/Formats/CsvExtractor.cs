using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Navo.Integrations.Extraction.Formats.Sheets;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads values parted by commas, semicolons, tabs or bars.</summary>
internal sealed class CsvExtractor : IFormatExtractor
{
    private const int SampleSize = 8 << 10;
    private const int LongestField = 1 << 20;

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Csv, Internal.MediaTypes.Tsv];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        string delimiter = input.MediaType == Internal.MediaTypes.Tsv ? "\t" : await DelimiterAsync(input, cancellationToken).ConfigureAwait(false);
        bool hasBadQuotes = false;
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = _ => hasBadQuotes = true,
            MaxFieldSize = LongestField,
            IgnoreBlankLines = false,
        };
        using StreamReader reader = TextDecoding.Open(input);
        using CsvParser parser = new(reader, configuration, leaveOpen: true);
        SheetTable table = new(output, firstRowIsHeader: true);
        while (await parser.ReadAsync().ConfigureAwait(false))
        {
            input.Meter.Checkpoint();
            table.Add(parser.Row, [.. parser.Record!.Select((value, column) => new SheetCell(column + 1, value.AsMemory(), IsText: !double.TryParse(value, CultureInfo.InvariantCulture, out _)))]);
        }

        table.Complete();
        if (hasBadQuotes)
        {
            output.Lose("csv:quotes", "Some quotes do not follow the rules; such values are given as they stand.");
        }
    }

    // The sign that most lines have the same number of, outside of quotes.
    private static async Task<string> DelimiterAsync(DocumentInput input, CancellationToken cancellationToken)
    {
        char[] sample = new char[SampleSize];
        int length;
        using (StreamReader reader = TextDecoding.Open(input))
        {
            length = await reader.ReadBlockAsync(sample, cancellationToken).ConfigureAwait(false);
        }

        string[] lines = [.. WithoutQuoted(sample.AsSpan(0, length)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(50)];
        char best = new[] { ',', ';', '\t', '|' }.MaxBy(sign => Score(lines, sign));
        input.Content.Position = 0;
        return best.ToString();
    }

    private static int Score(string[] lines, char sign)
    {
        int[] counts = [.. lines.Select(line => line.Count(c => c == sign))];
        return counts.Length == 0 || counts[0] == 0 ? 0 : (counts.Count(count => count == counts[0]) * 100) + counts[0];
    }

    private static string WithoutQuoted(ReadOnlySpan<char> text)
    {
        System.Text.StringBuilder bare = new(text.Length);
        bool quoted = false;
        foreach (char c in text)
        {
            quoted ^= c == '"';
            _ = quoted ? bare : bare.Append(c);
        }

        // A quote that no other one closes was none.
        return quoted ? text.ToString() : bare.ToString();
    }
}
