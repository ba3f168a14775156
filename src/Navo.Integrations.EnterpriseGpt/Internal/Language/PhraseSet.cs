using System.Buffers;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Phrases that are looked for together, as whole words, in any case.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly SearchValues<string> _any = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (int from = 0; text[from..].IndexOfAny(_any) is var at and >= 0; from += at + 1)
        {
            if (IsWordsAt(text, from + at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWordsAt(ReadOnlySpan<char> text, int at)
    {
        foreach (string phrase in phrases)
        {
            int end = at + phrase.Length;
            bool isHere = text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase);
            if (isHere && (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
