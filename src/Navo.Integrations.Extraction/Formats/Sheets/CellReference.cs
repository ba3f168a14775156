using System.Globalization;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>References such as <c>AB12</c>.</summary>
internal static class CellReference
{
    /// <summary>The last row of a sheet.</summary>
    public const int MaxRow = 1_048_576;

    private const int MaxColumn = 16_384;

    /// <summary>Reads a reference; false where it is none within the bounds of a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int column, out int row)
    {
        (column, row) = (0, 0);
        int at = 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && column <= MaxColumn; at++)
        {
            column = (column * 26) + (text[at] & 0x1F);
        }

        return column is > 0 and <= MaxColumn && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is > 0 and <= MaxRow;
    }

    /// <summary>The letters of a column, from 1.</summary>
    public static string Column(int column)
    {
        Span<char> letters = stackalloc char[8];
        int at = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters[--at] = (char)('A' + ((column - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>A range of cells.</summary>
    public static string Range(int left, int top, int right, int bottom) =>
        left == right && top == bottom
            ? string.Create(CultureInfo.InvariantCulture, $"{Column(left)}{top}")
            : string.Create(CultureInfo.InvariantCulture, $"{Column(left)}{top}:{Column(right)}{bottom}");
}
