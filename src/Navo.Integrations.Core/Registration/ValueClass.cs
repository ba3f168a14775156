using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Navo.Integrations.Core.Registration;

/// <summary>What kind of value stands in the configuration, which says enough to mend it and nothing of a secret.</summary>
internal static class ValueClass
{
    public static string Of(IConfigurationSection section) => section.Value switch
    {
        null when section.GetChildren().Any() => "a group or a list",
        null => "nothing",
        "" => "an empty text",
        var text when string.IsNullOrWhiteSpace(text) => "blanks",
        var text when text.Contains("${", StringComparison.Ordinal) => "a placeholder",
        var text when bool.TryParse(text, out _) => "true or false",
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number",
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) => "a duration",
        var text when Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" => $"an {address.Scheme} address",
        _ => "a text",
    };
}
