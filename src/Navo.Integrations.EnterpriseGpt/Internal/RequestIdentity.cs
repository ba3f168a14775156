using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What a request says of itself to the vendor, never who asks or what about.</summary>
internal static class RequestIdentity
{
    private const int Length = 32;
    private const int MostReaders = 1000;

    private static readonly ConcurrentDictionary<(string? Tenant, string Reader), string> Readers = new();

    private static StrongBox<(string Instructions, string Key)>? _last;

    /// <summary>The reader as a hash, at most 64 characters; null for the service.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/safety-best-practices"/>.</remarks>
    public static string? Of(AccessContext reader, string? tenant) => reader.IsService ? null : HashOf(tenant, reader.Key);

    /// <summary>The same for all requests that begin with the same system prompt, so that the vendor sends them where its prompt cache holds it.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/prompt-caching"/>.</remarks>
    public static string? CacheKeyOf(ModelCall call)
    {
        if (call.Instructions.Length == 0)
        {
            return null;
        }

        // The same prompt comes again and again: it is hashed anew only when another one does.
        (string Instructions, string Key)? last = Volatile.Read(ref _last)?.Value;
        if (last?.Instructions == call.Instructions)
        {
            return last.Value.Key;
        }

        string key = $"navo-{Hash(call.Instructions)}";
        Volatile.Write(ref _last, new((call.Instructions, key)));
        return key;
    }

    /// <summary>Readers ask again and again; a full memo begins anew.</summary>
    private static string HashOf(string? tenant, string reader)
    {
        if (Readers.TryGetValue((tenant, reader), out string? known))
        {
            return known;
        }

        if (Readers.Count >= MostReaders)
        {
            Readers.Clear();
        }

        return Readers[(tenant, reader)] = Hash($"{tenant}\n{reader}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
