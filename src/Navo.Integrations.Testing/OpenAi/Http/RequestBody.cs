using System.Text.Json;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>The body of a request. A member that is null counts as absent.</summary>
internal sealed class RequestBody(JsonObject members)
{
    public JsonNode? this[string name] => members[name];

    public bool Has(string name) => members[name] is not null;

    public string? Text(string name) => Kind(name) switch
    {
        null => null,
        JsonValueKind.String => members[name]!.GetValue<string>(),
        _ => throw OpenAiError.InvalidType(name, "a string"),
    };

    public string Needed(string name) => Text(name) ?? throw OpenAiError.Missing(name);

    public bool? Flag(string name) => Kind(name) switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw OpenAiError.InvalidType(name, "a boolean"),
    };

    public int? Integer(string name, int least, int most = int.MaxValue)
    {
        if (Kind(name) is not { } kind)
        {
            return null;
        }

        long number = kind == JsonValueKind.Number && ((JsonValue)members[name]!).TryGetValue(out long read) ? read : throw OpenAiError.InvalidType(name, "an integer");
        return number < least ? throw OpenAiError.BelowMinimum(name, least, number)
            : number > most ? throw OpenAiError.AboveMaximum(name, most, number)
            : (int)number;
    }

    public double? Number(string name, double least, double most)
    {
        if (Kind(name) is not { } kind)
        {
            return null;
        }

        double number = kind == JsonValueKind.Number ? members[name]!.GetValue<double>() : throw OpenAiError.InvalidType(name, "a number");
        return number >= least && number <= most ? number
            : throw new OpenAiError(400, FormattableString.Invariant($"Invalid '{name}': expected a number between {least} and {most}, but got {number} instead."), name, "decimal_out_of_range");
    }

    public JsonObject? Object(string name) => members[name] is null ? null : members[name] as JsonObject ?? throw OpenAiError.InvalidType(name, "an object");

    /// <summary>A copy of a member, to be repeated in an answer.</summary>
    public JsonNode? Copy(string name) => members[name]?.DeepClone();

    private JsonValueKind? Kind(string name) => members[name]?.GetValueKind();
}
