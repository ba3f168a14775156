using System.Text.Json;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>The attributes of a file in a store, within the vendor's bounds.</summary>
internal static class Attributes
{
    private const int Most = 16;
    private const int LongestKey = 64;
    private const int LongestText = 512;

    public static JsonObject Of(IReadOnlyDictionary<string, object>? attributes)
    {
        JsonObject made = [];
        foreach ((string key, object value) in attributes ?? new Dictionary<string, object>())
        {
            made[key] = value switch
            {
                string text => JsonValue.Create(text),
                bool flag => JsonValue.Create(flag),
                int or long or float or double or decimal => JsonValue.Create(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
                _ => throw new ArgumentException("An attribute is a text, a number or a boolean.", nameof(attributes)),
            };
        }

        return Wrong(made) is { } wrong ? throw new ArgumentException(wrong, nameof(attributes)) : made;
    }

    /// <summary>What is wrong with attributes; null for nothing.</summary>
    public static string? Wrong(JsonObject attributes) =>
        attributes.Count > Most ? "Too many attributes: at most 16 are taken."
        : attributes.Any(a => a.Key.Length > LongestKey) ? "The name of an attribute is longer than 64 characters."
        : attributes.Any(a => a.Value?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
            ? "An attribute is a text, a number or a boolean."
        : attributes.Any(a => a.Value!.GetValueKind() == JsonValueKind.String && a.Value.GetValue<string>().Length > LongestText)
            ? "The text of an attribute is longer than 512 characters."
        : null;
}
