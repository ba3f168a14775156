using System.Globalization;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>The tokens of further pages: opaque to callers, a place to the simulator.</summary>
internal static class PageToken
{
    private const string Prefix = "page_";

    public static string Make(long place) => Prefix + Convert.ToBase64String(BitConverter.GetBytes(place)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The place of the page that is asked for; 0 for the first.</summary>
    public static int Read(OpenAiCall call) => (int)(ReadLong(call) ?? 0);

    public static long? ReadLong(OpenAiCall call)
    {
        if (call.Query("page") is not { } token)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long) + 1];
        bool isOurs = token.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String($"{token[Prefix.Length..].Replace('-', '+').Replace('_', '/')}=", bytes, out int length)
            && length == sizeof(long);
        return isOurs ? BitConverter.ToInt64(bytes) : throw new OpenAiError(400, string.Create(CultureInfo.InvariantCulture, $"Invalid 'page': '{token}'."), "page", "invalid_value");
    }
}
