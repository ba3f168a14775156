using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Core.Http;

/// <summary>That a source told to wait.</summary>
/// <param name="Quota">The quota, by its name as a hash: it tells nobody which tenant or account it is.</param>
/// <param name="Authority">Host and port of which it was said; empty for all of the quota.</param>
/// <param name="Wait">How long, from now on.</param>
public sealed record QuotaNotice(string Quota, string Authority, TimeSpan Wait)
{
    /// <summary>What a quota is called between processes.</summary>
    /// <param name="key">Its name within a process.</param>
    /// <returns>The first half of its SHA-256, in hexadecimal digits.</returns>
    public static string NameOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }
}
