using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Finds and fills the placeholders of a prompt, in one pass, so that no value is ever read as a template.</summary>
internal static class PromptText
{
    public static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    public static IReadOnlyList<string> Placeholders(string text)
    {
        List<string> names = [];
        for (int at = 0; Next(text, ref at, out string name) >= 0;)
        {
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    public static string Render(string text, IReadOnlyDictionary<string, string> values)
    {
        StringBuilder filled = new(text.Length);
        int at = 0;
        int done = 0;
        for (int open = Next(text, ref at, out string name); open >= 0; open = Next(text, ref at, out name))
        {
            filled.Append(text, done, open - done).Append(values[name]);
            done = at;
        }

        return filled.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Where the next placeholder opens; <paramref name="at"/> moves behind it. -1 where there is none.</summary>
    private static int Next(string text, ref int at, out string name)
    {
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            int close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close > 0 && IsName(text.AsSpan(open + 2, close - open - 2)))
            {
                name = text[(open + 2)..close];
                at = close + 2;
                return open;
            }

            at = open + 1;
        }

        name = string.Empty;
        return -1;
    }
}
