namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Guesses a question's language by its stop words, or by a script that one language has to itself.</summary>
internal static class LanguageGuess
{
    public static string Of(QueryDraft draft)
    {
        string script = ByScript(draft.Text);
        return script.Length > 0 ? script : ByWords(draft);
    }

    private static string ByScript(string text)
    {
        bool hasHan = false;
        foreach (char c in text)
        {
            switch (c)
            {
                case >= '\u3040' and <= '\u30FF': return "ja";
                case >= '\uAC00' and <= '\uD7AF': return "ko";
                case >= '\u0E00' and <= '\u0E7F': return "th";
                case >= '\u0370' and <= '\u03FF': return "el";
                case >= '\u4E00' and <= '\u9FFF': hasHan = true; break;
                default: break;
            }
        }

        return hasHan ? "zh" : string.Empty;
    }

    private static string ByWords(QueryDraft draft)
    {
        Span<int> points = stackalloc int[StopWords.Languages.Length];
        foreach (QueryWord word in draft.Words)
        {
            AddPoints(points, StopWords.LanguagesOf(word.Lower), 2);
            foreach (char c in word.Lower)
            {
                AddPoints(points, ByLetter(c), 1);
            }
        }

        int best = 0;
        for (int i = 1; i < points.Length; i++)
        {
            best = points[i] > points[best] ? i : best;
        }

        int equal = points.Count(points[best]);
        return points[best] == 0 || equal > 1 ? "und" : StopWords.Languages[best];
    }

    private static void AddPoints(Span<int> points, byte languages, int count)
    {
        for (int i = 0; languages != 0 && i < points.Length; i++)
        {
            points[i] += (languages & (1 << i)) != 0 ? count : 0;
        }
    }

    /// <summary>Letters that few of the languages have, as bits in their order.</summary>
    private static byte ByLetter(char c) => c switch
    {
        'ä' or 'ö' or 'ü' or 'ß' => 0b0000010,
        'ñ' or '¿' or '¡' => 0b0001000,
        'ã' or 'õ' => 0b0100000,
        'ê' or 'ç' => 0b0100100,
        'œ' or 'î' or 'û' => 0b0000100,
        'ì' or 'ò' => 0b0010000,
        _ => 0,
    };
}
