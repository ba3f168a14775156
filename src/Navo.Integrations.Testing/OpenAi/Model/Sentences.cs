using System.Text.RegularExpressions;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Cuts passages into sentences and keeps how each passage is called.</summary>
internal static partial class Sentences
{
    public static IEnumerable<Sentence> Of(string text)
    {
        string? marker = null;
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Match named = Named().Match(line);
            marker = named.Success ? named.Groups["n"].Value : marker;
            string plain = Tag().Replace(named.Success && line[0] == '[' ? line[named.Length..] : line, " ").Trim();
            foreach (string sentence in Cut(plain).Where(s => s.Length > 0))
            {
                yield return new(sentence, marker);
            }
        }
    }

    private static IEnumerable<string> Cut(string line)
    {
        int start = 0;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is '.' or '!' or '?' && (i + 1 == line.Length || line[i + 1] == ' '))
            {
                yield return line[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        yield return line[start..].Trim();
    }

    [GeneratedRegex(@"^\[(?<n>[\w.:-]{1,24})\]|^<\w+[^>]*\s(?:id|index|n|number|ref)=""(?<n>[^""]{1,24})""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("</?[A-Za-z][^>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
