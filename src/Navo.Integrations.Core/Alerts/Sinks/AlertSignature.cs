using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>Signs a post: HMAC-SHA256 over the Unix time in seconds, a full stop and the body as it goes out. The time within it keeps an old post from being sent again.</summary>
internal static class AlertSignature
{
    public const string TimeHeader = "X-Navo-Timestamp";
    public const string Header = "X-Navo-Signature";

    public static void Sign(HttpRequestMessage request, byte[] body, string secret, DateTimeOffset now)
    {
        string seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        request.Headers.Add(TimeHeader, seconds);
        request.Headers.Add(Header, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
    }
}
