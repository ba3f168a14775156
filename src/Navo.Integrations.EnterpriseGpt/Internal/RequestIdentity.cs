using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What a request says of itself to the vendor, never who asks or what about.</summary>
internal static class RequestIdentity
{
    private const int Length = 32;

    /// <summary>The reader as a hash, at most 64 characters; null for the service.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/safety-best-practices"/>.</remarks>
    public static string? Of(AccessContext reader, string? tenant) => reader.IsService ? null : Hash($"{tenant}\n{reader.Key}");

    /// <summary>The same for all requests that begin with the same system prompt, so that the vendor sends them where its prompt cache holds it.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/prompt-caching"/>.</remarks>
    public static string? CacheKeyOf(ModelCall call) => call.Instructions.Length == 0 ? null : $"navo-{Hash(call.Instructions)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
