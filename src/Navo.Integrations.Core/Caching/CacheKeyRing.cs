using System.Buffers;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Caching;

/// <summary>The keys that values are encrypted with, by their ids. The first one encrypts; all of them decrypt.</summary>
internal sealed class CacheKeyRing
{
    public const int KeyBytes = 32;
    public const int LongestId = 32;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    private CacheKeyRing(string first) => First = first;

    /// <summary>The id of the key that encrypts.</summary>
    public string First { get; }

    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>Reads keys as they are configured, <c>id:base64, id:base64</c>; null where one is wrong or an id stands there twice.</summary>
    public static CacheKeyRing? Read(string text)
    {
        CacheKeyRing? ring = null;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] pair = part.Split(':', 2, StringSplitOptions.TrimEntries);
            if (pair is not [{ Length: >= 1 and <= LongestId } id, string base64] || id.AsSpan().ContainsAnyExcept(IdCharacters) || KeyText.Read(base64) is not { Length: KeyBytes } key)
            {
                return null;
            }

            ring ??= new(id);
            if (!ring._keys.TryAdd(id, key))
            {
                return null;
            }
        }

        return ring;
    }
}
