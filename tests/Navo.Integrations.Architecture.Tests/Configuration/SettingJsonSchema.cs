using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>The JSON schema of one key. A text may stand for any value, since it may be a placeholder: <c>${NAME}</c>.</summary>
internal static partial class SettingJsonSchema
{
    private const string SecretNote = " A secret: it belongs in the environment or a secret store, not in this file; ${NAME} takes it from the environment.";

    public static JsonObject Of(ConfigurationKey key)
    {
        JsonObject schema = Typed(key);
        schema["description"] = key.Meaning + (key.Bounds is null ? string.Empty : $" Bounds: {key.Bounds}.") + (key.IsSecret ? SecretNote : string.Empty);
        if (key.IsSecret)
        {
            schema["writeOnly"] = true;
        }
        else if (Default(key) is { } value)
        {
            schema["default"] = value;
        }

        return schema;
    }

    private static JsonObject Typed(ConfigurationKey key) => key.Option.Kind switch
    {
        OptionKeyKind.Integer or OptionKeyKind.Bytes => Bounded(key, "integer", @"^\s*[+-]?[0-9]+\s*$"),
        OptionKeyKind.Number => Bounded(key, "number", @"^\s*[+-]?[0-9]*\.?[0-9]+\s*$"),
        OptionKeyKind.Seconds or OptionKeyKind.Days => Duration(),
        OptionKeyKind.Flag => Text("boolean", "^\\s*([Tt]rue|[Ff]alse)\\s*$"),
        OptionKeyKind.Address => Text(null, "^\\s*https?://"),
        OptionKeyKind.List => new JsonObject { ["type"] = new JsonArray("array", "string"), ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 }, ["minItems"] = 1 },
        OptionKeyKind.Choice => new JsonObject { ["anyOf"] = new JsonArray(Choices(key), new JsonObject { ["type"] = "string", ["pattern"] = @"\$\{" }) },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Duration()
    {
        JsonObject schema = Text("number", @"^\s*([0-9]*\.?[0-9]+|([0-9]+\.)?[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)\s*$");
        schema["minimum"] = 0;
        return schema;
    }

    private static JsonObject Text(string? type, string pattern) =>
        new() { ["type"] = type is null ? "string" : new JsonArray(type, "string"), ["pattern"] = $@"{pattern}|\$\{{" };

    /// <summary>The names in both forms; the program takes any case.</summary>
    private static JsonObject Choices(ConfigurationKey key) =>
        new() { ["enum"] = new JsonArray([.. key.Option.Choices.Concat(key.Option.Choices.Select(KeyForm.ToSnakeCase)).Distinct(StringComparer.Ordinal).Select(static choice => (JsonNode?)choice)]) };

    private static JsonObject Bounded(ConfigurationKey key, string type, string pattern)
    {
        JsonObject schema = Text(type, pattern);
        Match match = Bounds().Match(Sizes().Replace(key.Bounds ?? string.Empty, string.Empty));
        if (match.Success)
        {
            schema[match.Groups["open"].Success ? "exclusiveMinimum" : "minimum"] = Number(match.Groups["least"].Value);
            if (match.Groups["most"].Success)
            {
                schema["maximum"] = Number(match.Groups["most"].Value);
            }
        }

        return schema;
    }

    private static decimal Number(string text) => text == "zero" ? 0 : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static JsonNode? Default(ConfigurationKey key) => key.Default switch
    {
        TimeSpan duration => key.Option.Kind == OptionKeyKind.Days ? duration.TotalDays : duration.TotalSeconds,
        bool flag => flag,
        int number => number,
        long number => number,
        double number => number,
        Enum or Uri => key.Default.ToString(),
        string text => SettingText.Portable(text),
        IEnumerable<string> list when list.Any() => new JsonArray([.. list.Select(static item => (JsonNode?)item)]),
        _ => null,
    };

    // "1 to 50", "0 or more, …", "2 or more", "above 0 and at most 1", "more than zero; …"
    [GeneratedRegex(@"^(?:(?<open>above |more than ))?(?<least>[0-9][0-9,.]*|zero)(?:(?: to | and at most )(?<most>[0-9][0-9,.]*)| or more|;|,|$)[^ ]*(?: |$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bounds();

    [GeneratedRegex(@" \([0-9]+ [KMGT]iB\)", RegexOptions.NonBacktracking)]
    private static partial Regex Sizes();
}
