using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>The signature of an event: HMAC-SHA256 over the body as it came, in hexadecimal, with or without the name of the algorithm before it.</summary>
/// <remarks><see href="https://confluence.atlassian.com/doc/managing-webhooks-1021225606.html"/>.</remarks>
internal static class HookSignature
{
    public const string Header = "X-Hub-Signature";

    private const string Prefix = "sha256=";
    private const int Digits = 64;

    /// <summary>The bytes of a signature that one of the secrets makes; null for any other text.</summary>
    public static byte[]? Verify(string text, ReadOnlySpan<byte> body, params ReadOnlySpan<string?> secrets)
    {
        string trimmed = text.Trim();
        string hex = trimmed.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? trimmed[Prefix.Length..] : trimmed;
        if (hex.Length != Digits || !hex.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        byte[] given = Convert.FromHexString(hex);
        bool isProven = false;
        foreach (string? secret in secrets)
        {
            isProven |= !string.IsNullOrEmpty(secret) && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        }

        return isProven ? given : null;
    }
}
