using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Remembers the beginnings of prompts: those of at least 1024 tokens, in steps of 128, for each model and cache key, until they rest for some minutes.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/prompt-caching"/>.</remarks>
internal sealed class PromptCache
{
    private const int Least = 1024;
    private const int Step = 128;

    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    /// <summary>How many tokens of a prompt were known. From now on all of them are.</summary>
    /// <param name="scope">The model, key and project within which prompts are shared.</param>
    /// <param name="tokens">The prompt.</param>
    /// <param name="now">The moment.</param>
    /// <param name="rest">How long a beginning may rest unused.</param>
    public int Use(string scope, IReadOnlyList<string> tokens, DateTimeOffset now, TimeSpan rest)
    {
        int known = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(scope));
        lock (_ends)
        {
            for (int i = 0; i < tokens.Count; i++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(tokens[i]));
                int length = i + 1;
                if (length >= Least && length % Step == 0)
                {
                    string beginning = Convert.ToHexString(hash.GetCurrentHash());
                    known = _ends.TryGetValue(beginning, out DateTimeOffset end) && end > now ? length : known;
                    _ends[beginning] = now + rest;
                }
            }
        }

        return known;
    }
}
