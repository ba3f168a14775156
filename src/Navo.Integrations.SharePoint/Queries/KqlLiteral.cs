using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>
/// Values as literals. Within quotes only a quotation mark and a final asterisk have a meaning and neither can be escaped
/// (<see href="https://learn.microsoft.com/sharepoint/dev/general-development/keyword-query-language-kql-syntax-reference"/>):
/// what cannot be written is refused, because a value that was altered could find more.
/// </summary>
internal static class KqlLiteral
{
    public const int MaxLength = 2000;

    /// <summary>An exact value within quotes.</summary>
    public static string Exact(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > MaxLength || !KqlGrammar.HasSubstance(value))
        {
            throw new InvalidQueryException($"A value in a query has 1 to {MaxLength} characters, at least one of them a letter or digit; this one has {value.Length}.");
        }

        int bad = KqlGrammar.IndexOfUnwritable(value);
        bad = bad >= 0 ? bad : value.IndexOf('*', StringComparison.Ordinal);
        bad = bad < 0 && value[^1] == '\\' ? value.Length - 1 : bad;
        return bad < 0
            ? $"\"{value}\""
            : throw new InvalidQueryException(
                $"KQL cannot express a value with a quotation mark, asterisk, brace, control character, half of a character or final backslash; this one has one at position {bad}.")
            {
                Remedy = "Search for the words of the value instead, and compare the value itself with the hits.",
            };
    }

    public static string Id(Guid id) => $"\"{id:D}\"";

    public static string Flag(bool value) => value ? "true" : "false";

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The address of a place as the index holds it: without escapes.</summary>
    public static string Address(Uri address, bool asFolder)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || (address.UserInfo + address.Query + address.Fragment).Length > 0)
        {
            throw new InvalidQueryException("The address of a place is absolute, begins with https:// and has no user, query or fragment.");
        }

        string path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');
        return Exact($"{address.GetLeftPart(UriPartial.Authority)}{path}{(asFolder ? "/" : string.Empty)}");
    }
}
