namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Roman numbers of two letters or more out of I, V and X; with others, "CD" and "MIX" would be numbers.</summary>
internal static class RomanNumber
{
    private const int Longest = 6;

    public static int? Of(string word)
    {
        if (word.Length is < 2 or > Longest || word.AsSpan().IndexOfAnyExcept("IVX") >= 0)
        {
            return null;
        }

        int value = 0;
        for (int i = 0; i < word.Length; i++)
        {
            int own = Value(word[i]);
            value += i + 1 < word.Length && own < Value(word[i + 1]) ? -own : own;
        }

        return value;
    }

    private static int Value(char c) => c switch { 'X' => 10, 'V' => 5, _ => 1 };
}
