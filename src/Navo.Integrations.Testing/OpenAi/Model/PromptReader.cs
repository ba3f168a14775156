using System.Text.RegularExpressions;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Tells the question of a prompt from the passages that it gives.</summary>
internal static partial class PromptReader
{
    private const int ShortMessage = 400;

    /// <summary>
    /// The question: what the last message of the user marks as such (a line "Question: …", an element "question"), or all of it where it is short and one paragraph,
    /// or its last paragraph with a question mark, or its last paragraph.
    /// </summary>
    public static string Question(IReadOnlyList<PromptMessage> messages)
    {
        string text = messages.LastOrDefault(m => m.Role == "user")?.Text.Trim() ?? string.Empty;
        if (Marked().Match(text) is { Success: true } marked)
        {
            return marked.Groups["q"].Value.Trim();
        }

        string[] paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return text.Length <= ShortMessage && paragraphs.Length <= 1 ? text
            : paragraphs.LastOrDefault(p => p.EndsWith('?') && p.Length <= ShortMessage) ?? paragraphs.LastOrDefault() ?? text;
    }

    /// <summary>What users and tools gave beside the question.</summary>
    public static string Given(IReadOnlyList<PromptMessage> messages, string question) => Join(messages.Where(m => m.Role is "user" or "tool"), question);

    /// <summary>What whoever wrote the program said; mostly rules, at times passages.</summary>
    public static string Told(IReadOnlyList<PromptMessage> messages, string question) => Join(messages.Where(m => m.Role is "system" or "developer"), question);

    private static string Join(IEnumerable<PromptMessage> messages, string question)
    {
        string all = string.Join("\n\n", messages.Select(m => m.Text));
        return question.Length == 0 ? all : all.Replace(question, string.Empty, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?im)^\s*question:\s*(?<q>.+)$|<question>(?<q>[^<]+)</question>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
