using System.Collections.Concurrent;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>
/// Counts texts that go out again and again, such as system prompts and schemas, once. Bounded: a long text is counted each time, and a full memo begins anew, for callers may
/// make a prompt for each call.
/// </summary>
internal sealed class TokenMemo(TokenCounter tokens)
{
    private const int MostTexts = 64;
    private const int LongestText = 32_768;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count(string text)
    {
        if (_counts.TryGetValue(text, out int known))
        {
            return known;
        }

        int count = tokens.Count(text);
        if (text.Length <= LongestText)
        {
            Keep(text, count);
        }

        return count;
    }

    private void Keep(string text, int count)
    {
        if (_counts.Count >= MostTexts)
        {
            _counts.Clear();
        }

        _counts[text] = count;
    }
}
