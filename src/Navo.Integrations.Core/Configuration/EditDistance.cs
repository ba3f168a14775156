namespace Navo.Integrations.Core.Configuration;

/// <summary>How many letters lie between two names (Levenshtein), to find what a misspelt key was meant to be.</summary>
internal static class EditDistance
{
    private const int LongestName = 100;

    /// <summary>The nearest of some names; null if more than a third of the letters would have to change.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string normalized = KeyForm.Normalize(name);
        if (normalized.Length > LongestName)
        {
            return null;
        }

        (string? nearest, int distance) = candidates
            .Select(candidate => ((string?)candidate, Between(normalized, KeyForm.Normalize(candidate))))
            .MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, normalized.Length / 3) ? nearest : null;
    }

    private static int Between(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int substitution = previous[j] + (left[i] == right[j] ? 0 : 1);
                current[j + 1] = Math.Min(substitution, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
