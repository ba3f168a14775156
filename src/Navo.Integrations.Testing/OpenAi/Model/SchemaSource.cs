using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>What a prompt has to offer to the members of a schema.</summary>
internal sealed partial class SchemaSource
{
    private static readonly string[] Prose = ["answer", "summary", "text", "content", "reply", "response", "explanation", "description", "reason", "message"];

    private readonly string _question;
    private readonly string _answer;
    private readonly string _all;

    public SchemaSource(IReadOnlyList<PromptMessage> messages)
    {
        _question = PromptReader.Question(messages);
        _answer = AnswerBuilder.Build(messages);
        _all = $"{_question}\n{PromptReader.Given(messages, _question)}";
    }

    /// <summary>The members of an enumeration that occur in the question, then those that occur in what was given.</summary>
    public IEnumerable<JsonNode?> Occurring(JsonArray choices) => choices.Where(c => Occurs(c, _question)).Concat(choices.Where(c => !Occurs(c, _question) && Occurs(c, _all)));

    /// <summary>A text for a member: the line "member: …" of the input, the answer where the name asks for prose, else words of the question.</summary>
    public string? Text(string name, string? format, bool isNullable)
    {
        string? found = Labelled(name) ?? ByName(name);
        return format switch
        {
            "date" => Date().Match(_all) is { Success: true } date ? date.Value : isNullable ? null : "2026-01-01",
            "date-time" => Date().Match(_all) is { Success: true } date ? $"{date.Value}T00:00:00Z" : isNullable ? null : "2026-01-01T00:00:00Z",
            "email" => Mail().Match(_all) is { Success: true } mail ? mail.Value : isNullable ? null : "nobody@example.com",
            "uuid" => new Guid(Convert.FromHexString(Ids.Make(string.Empty, _question, 32))).ToString(),
            _ => found ?? (isNullable ? null : string.Join(' ', Keywords(name).Take(4)) is { Length: > 0 } words ? words : name),
        };
    }

    /// <summary>A number for a member: the one behind its name, else the first of the question, else 0; null if none is found and null is fine.</summary>
    public double? Number(string name, bool isNullable)
    {
        string text = Labelled(name) is { } labelled ? $"{labelled}\n{_question}" : isNullable ? string.Empty : _question;
        return Digits().Match(text) is { Success: true } digits ? double.Parse(digits.Value, CultureInfo.InvariantCulture) : isNullable ? null : 0;
    }

    /// <summary>Whether all words of a name such as <c>isUrgent</c> occur in the question.</summary>
    public bool Says(string name)
    {
        HashSet<string> words = Words.SetOf(_question);
        string[] asked = [.. Words.Of(Spaced(name)).Where(w => w is not ("need" or "require"))];
        return asked.Length > 0 && asked.All(words.Contains);
    }

    public IEnumerable<string> Keywords(string name) => Labelled(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? Words.Keywords(_question);

    private static bool Occurs(JsonNode? choice, string text)
    {
        if (choice is null || choice.GetValueKind() != JsonValueKind.String)
        {
            return choice is not null && Digits().Matches(text).Any(d => d.Value == choice.ToJsonString());
        }

        string[] asked = [.. Words.Of(Spaced(choice.GetValue<string>()))];
        HashSet<string> words = Words.SetOf(text);
        return asked.Length > 0 && asked.All(words.Contains);
    }

    private string? ByName(string name)
    {
        string lower = name.ToLowerInvariant();
        return Prose.Any(p => lower.Contains(p, StringComparison.Ordinal)) ? _answer
            : lower.Contains("question", StringComparison.Ordinal) ? _question
            : lower.Contains("query", StringComparison.Ordinal) ? string.Join(' ', Words.Keywords(_question)) is { Length: > 0 } query ? query : _question
            : null;
    }

    /// <summary>What stands behind the name of a member and a colon at the beginning of a line.</summary>
    private string? Labelled(string name)
    {
        string label = $"{Spaced(name)}:";
        string? line = name.Length == 0 ? null
            : _all.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(l => l.StartsWith(label, StringComparison.OrdinalIgnoreCase) && l.Length > label.Length);
        return line?[label.Length..].Trim();
    }

    private static string Spaced(string name) => Hump().Replace(name, "$1 $2").Replace('_', ' ').Replace('-', ' ');

    [GeneratedRegex("([a-z0-9])([A-Z])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hump();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+\w", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
