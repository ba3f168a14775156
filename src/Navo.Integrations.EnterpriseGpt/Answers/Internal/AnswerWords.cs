using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Takes texts apart into words that can be compared: what an answer says with what a passage says. Words that say nothing are left out.</summary>
internal static class AnswerWords
{
    private static readonly string[] Endings = ["ings", "ing", "ed", "es", "en", "er", "s", "e", "n"];

    /// <summary>The words that say something, numbers included, and negations.</summary>
    public static IReadOnlyList<AnswerWord> Of(string text)
    {
        string folded = FoldedText.Compatible(text);
        List<RawWord> raw = RawWords.Of(folded);
        List<AnswerWord> words = new(raw.Count);
        int i = 0;
        while (i < raw.Count)
        {
            if (NumberReader.Read(folded, raw, i) is (var form, var next))
            {
                words.Add(new(form, true, false));
                i = next;
                continue;
            }

            Add(words, raw[i++]);
        }

        return words;
    }

    /// <summary>The distinct forms, negations left out.</summary>
    public static HashSet<string> SetOf(string text) =>
        Of(text).Where(static w => !w.IsNegation).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal);

    private static void Add(List<AnswerWord> words, RawWord raw)
    {
        if (NegationWords.Contains(raw.Plain))
        {
            words.Add(new(raw.Plain, false, true));
        }
        else if (RawWords.IsWide(raw.Text[0]))
        {
            words.AddRange(Pairs(raw.Plain));
        }
        else if (raw.Plain.Length > 1 && StopWords.LanguagesOf(raw.Text.ToLowerInvariant()) == 0)
        {
            words.Add(new(Stem(raw.Plain), false, false));
        }
    }

    /// <summary>Scripts without spaces between words are compared by pairs of characters.</summary>
    private static IEnumerable<AnswerWord> Pairs(string text) =>
        text.Length == 1 ? [new(text, false, false)] : Enumerable.Range(0, text.Length - 1).Select(i => new AnswerWord(text.Substring(i, 2), false, false));

    private static string Stem(string word)
    {
        string? ending = Array.Find(Endings, e => word.Length - e.Length >= 4 && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }
}
