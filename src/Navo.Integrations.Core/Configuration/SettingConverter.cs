using System.Globalization;

namespace Navo.Integrations.Core.Configuration;

/// <summary>Turns the text of a setting into the text that the configuration binder reads the same way in every culture.</summary>
internal static class SettingConverter
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Decimal = Whole | NumberStyles.AllowDecimalPoint;

    public static string Convert(OptionKey key, string text, string path) =>
        TryConvert(key, text.Trim(), text) ?? throw Setting.Fault(path, $"must be {Expected(key)}.", "Correct the value; it is not shown here.");

    private static string? TryConvert(OptionKey key, string trimmed, string text) => key.Kind switch
    {
        OptionKeyKind.Address => IsAddress(trimmed) ? trimmed : null,
        OptionKeyKind.Integer => int.TryParse(trimmed, Whole, Culture, out int value) ? value.ToString(Culture) : null,
        OptionKeyKind.Bytes => long.TryParse(trimmed, Whole, Culture, out long value) ? value.ToString(Culture) : null,
        OptionKeyKind.Number => decimal.TryParse(trimmed, Decimal, Culture, out decimal value) ? value.ToString(Culture) : null,
        OptionKeyKind.Flag => bool.TryParse(trimmed, out bool value) ? value.ToString() : null,
        OptionKeyKind.Seconds => Duration(trimmed, TimeSpan.TicksPerSecond),
        OptionKeyKind.Days => Duration(trimmed, TimeSpan.TicksPerDay),
        OptionKeyKind.Choice => key.Choices.FirstOrDefault(choice => KeyForm.Normalize(choice) == KeyForm.Normalize(trimmed)),
        _ => text,
    };

    private static CultureInfo Culture => CultureInfo.InvariantCulture;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;

    private static string? Duration(string text, long ticksOfOne)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, Culture, out decimal number))
        {
            return number <= TimeSpan.MaxValue.Ticks / ticksOfOne ? new TimeSpan((long)(number * ticksOfOne)).ToString("c", Culture) : null;
        }

        bool isClock = text.Count(c => c == ':') == 2 && TimeSpan.TryParseExact(text, "c", Culture, out TimeSpan time) && time >= TimeSpan.Zero;
        return isClock ? text : null;
    }

    private static string Expected(OptionKey key) => key.Kind switch
    {
        OptionKeyKind.Address => "an absolute https address without user name or password",
        OptionKeyKind.Integer or OptionKeyKind.Bytes => "a whole number",
        OptionKeyKind.Number => "a number with a point before decimals",
        OptionKeyKind.Flag => "true or false",
        OptionKeyKind.Seconds => "a duration that is not negative: a number of seconds, or hh:mm:ss",
        OptionKeyKind.Days => "a duration that is not negative: a number of days, or d.hh:mm:ss",
        OptionKeyKind.Choice => $"one of {string.Join(", ", key.Choices)}",
        _ => "text",
    };
}
