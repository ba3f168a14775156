using System.Globalization;

namespace Navo.Integrations.Core.Http;

/// <summary>Durations as OpenAI's headers write them: <c>6m0s</c>, <c>1s</c>, <c>12ms</c>. For pacers that read such headers.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/rate-limits"/>.</remarks>
public static class GoDuration
{
    /// <summary>Reads a duration.</summary>
    /// <param name="text">The text; null or empty for none.</param>
    /// <returns>The duration, a year at most; null where the text is none.</returns>
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 40)
        {
            return null;
        }

        double milliseconds = 0;
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            int digits = rest.IndexOfAnyExcept("0123456789.");
            int letters = digits <= 0 ? -1 : rest[digits..].IndexOfAny("0123456789.");
            ReadOnlySpan<char> unit = digits <= 0 ? [] : letters < 0 ? rest[digits..] : rest.Slice(digits, letters);
            if (digits <= 0 || MillisecondsOf(unit) is not { } factor || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }

            milliseconds += number * factor;
            rest = rest[(digits + unit.Length)..];
        }

        return milliseconds <= TimeSpan.FromDays(365).TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.FromDays(365);
    }

    private static double? MillisecondsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => 3_600_000,
        "m" => 60_000,
        "s" => 1_000,
        "ms" => 1,
        "us" or "µs" => 0.001,
        "ns" => 0.000_001,
        _ => null,
    };
}
