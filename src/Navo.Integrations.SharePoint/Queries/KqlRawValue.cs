using System.Globalization;

namespace Navo.Integrations.SharePoint;

/// <summary>Checks the value that a raw query compares a property with.</summary>
internal static class KqlRawValue
{
    private const string TextRemedy = "Compare texts with ':', '=' or '<>'; write dates as 2026-01-31 or 2026-01-31T09:30:00Z.";

    private static readonly string[] Times =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly string[] Intervals = ["today", "yesterday", "this week", "this month", "last month", "this year", "last year"];

    public static void Check(string comparison, string value, int start)
    {
        bool isQuoted = value[0] == '"';
        string plain = isQuoted ? value.Trim('"', '*') : value;
        bool isOrdered = IsNumber(plain) || IsTime(plain);
        if (comparison is "<" or ">" or "<=" or ">=" && !((isOrdered || IsInterval(plain)) && !value.Contains('*', StringComparison.Ordinal)))
        {
            throw KqlRefusal.At(start, "orders by a value that is neither a number nor a date", TextRemedy);
        }

        if (comparison != ":" && value.Contains('*', StringComparison.Ordinal))
        {
            throw KqlRefusal.At(start, "compares exactly with the beginning of a word", "Write ':' before a value that ends with an asterisk.");
        }

        if (!isQuoted && !isOrdered)
        {
            CheckBare(comparison, value, start);
        }
    }

    private static void CheckBare(string comparison, string value, int start)
    {
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            CheckRange(comparison, value[..dots], value[(dots + 2)..], start);
            return;
        }

        bool isAddress = value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        int sign = value.AsSpan().IndexOfAny(isAddress ? "=<>" : ":=<>");
        if (sign >= 0 || value[0] is '+' or '-')
        {
            throw KqlRefusal.At(start + Math.Max(sign, 0), "has an operator within a value", KqlRefusal.Quote);
        }

        KqlRawText.CheckWord(value, start);
    }

    private static void CheckRange(string comparison, string first, string last, int start)
    {
        bool isRange = (IsNumber(first) && IsNumber(last)) || (IsTime(first) && IsTime(last));
        if (!isRange || comparison is not (":" or "="))
        {
            throw KqlRefusal.At(start, "has a malformed range", "Write property:first..last with two numbers or two dates.");
        }
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && char.IsAsciiDigit(text[^1]);

    private static bool IsTime(string text) => DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsInterval(string text) => Intervals.Contains(text, StringComparer.OrdinalIgnoreCase);
}
