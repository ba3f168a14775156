namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>
/// Cuts a text into tokens that, joined, are the text again: up to six letters or digits of a word, or one other character, each with the blanks before it.
/// Real tokens differ; these are simple to foresee.
/// </summary>
internal static class Tokens
{
    /// <summary>What a message costs beside its text.</summary>
    public const int PerMessage = 4;

    private const int Longest = 6;

    public static int Count(string text) => Split(text).Count;

    public static int Count(IEnumerable<PromptMessage> messages) => messages.Sum(m => PerMessage + Count(m.Text));

    public static List<string> Split(string text)
    {
        List<string> tokens = [];
        for (int start = 0; start < text.Length;)
        {
            int end = End(text, start);
            tokens.Add(text[start..end]);
            start = end;
        }

        return tokens;
    }

    private static int End(string text, int start)
    {
        int at = start;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        int word = at;
        while (at < text.Length && at - word < Longest && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at > word || at == text.Length ? at
            : char.IsSurrogatePair(text, at) ? at + 2
            : at + 1;
    }
}
