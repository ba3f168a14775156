using System.Globalization;
using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>Finds markers such as <c>[1]</c>, <c>[1, 3]</c>, <c>[2-4]</c>, <c>[^1]</c> and <c>【3†source】</c>, with emphasis, white space and brackets in them or not.</summary>
internal static class MarkerReader
{
    private const int Longest = 48;
    private const int Most = 50;

    public static bool Opens(char c) => c is '[' or '【' or '［';

    public static IReadOnlyList<Marker> All(string text)
    {
        List<Marker> markers = [];
        for (int i = 0; i < text.Length;)
        {
            if (Opens(text[i]) && Read(text, i, out Marker? marker) == MarkerState.Whole)
            {
                markers.Add(marker!);
                i = marker!.End;
            }
            else
            {
                i++;
            }
        }

        return markers;
    }

    /// <summary>The text with something else in the place of each marker.</summary>
    public static string Replace(string text, Func<Marker, string> replacement)
    {
        StringBuilder plain = new(text.Length);
        int done = 0;
        foreach (Marker marker in All(text))
        {
            plain.Append(text, done, marker.Start - done).Append(replacement(marker));
            done = marker.End;
        }

        return plain.Append(text, done, text.Length - done).ToString();
    }

    public static MarkerState Read(string text, int start, out Marker? marker)
    {
        marker = null;
        bool isNote = false;
        bool hasDigit = false;
        int depth = 1;
        for (int i = start + 1; i < text.Length && i - start < Longest; i++)
        {
            char c = text[i];
            depth += Opens(c) && !isNote ? 1 : Closes(c) ? -1 : 0;
            if (depth == 0)
            {
                marker = hasDigit ? new(start, i + 1 - start, Numbers(text.AsSpan(start + 1, i - start - 1))) : null;
                return hasDigit ? MarkerState.Whole : MarkerState.None;
            }

            hasDigit |= char.IsDigit(c);
            isNote = (isNote || (c == '†' && hasDigit)) && !Closes(c);
            if (!isNote && !char.IsDigit(c) && !IsBetween(c))
            {
                return MarkerState.None;
            }
        }

        return text.Length - start < Longest ? MarkerState.Incomplete : MarkerState.None;
    }

    private static bool Closes(char c) => c is ']' or '】' or '］';

    private static bool IsBetween(char c) => c is ',' or ';' or '-' or '–' or '^' || Opens(c) || Closes(c) || IsFilling(c);

    /// <summary>What a reader does not see, or sees as the look of the number only.</summary>
    private static bool IsFilling(char c) => c is '*' or '_' or '`' or '~' || (char.IsWhiteSpace(c) && c != '\n') || (!char.IsSurrogate(c) && VisibleText.IsHidden(new(c)));

    private static List<int> Numbers(ReadOnlySpan<char> content)
    {
        List<int> numbers = [];
        bool isRange = false;
        for (int i = 0; i < content.Length && content[i] != '†';)
        {
            if (!char.IsDigit(content[i]))
            {
                isRange = content[i] is '-' or '–' || (isRange && IsFilling(content[i]));
                i++;
                continue;
            }

            int value = 0;
            for (; i < content.Length && char.IsDigit(content[i]); i++)
            {
                value = Math.Min((value * 10) + CharUnicodeInfo.GetDecimalDigitValue(content[i]), 1_000_000);
            }

            Add(numbers, value, isRange);
            isRange = false;
        }

        return numbers;
    }

    private static void Add(List<int> numbers, int value, bool isRange)
    {
        int from = isRange && numbers.Count > 0 && value > numbers[^1] && value - numbers[^1] <= Most ? numbers[^1] + 1 : value;
        for (int number = from; number <= value; number++)
        {
            numbers.Add(number);
        }
    }
}
