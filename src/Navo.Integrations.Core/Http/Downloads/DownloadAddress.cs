using System.Net;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>Where bytes may be fetched from.</summary>
/// <param name="apiBase">The address of the API. Only where that itself is local may a redirect lead to a local address.</param>
internal sealed class DownloadAddress(Uri apiBase)
{
    public bool AllowsLocal { get; } = IsLocal(apiBase);

    /// <summary>A path that an answer names, on the configured host and nowhere else.</summary>
    public Uri OnHost(DownloadRequest download)
    {
        string path = download.Path;
        string root = apiBase.AbsoluteUri.TrimEnd('/');
        return path.StartsWith('/') && Uri.TryCreate(root + path, UriKind.Absolute, out Uri? address) && IsSameOrigin(address) && address.AbsoluteUri.StartsWith(root, StringComparison.Ordinal)
            ? address
            : throw new ProtocolException($"The link to the bytes of the {download.What} leads to another host; it was not followed.");
    }

    /// <summary>The target of a redirect, once it is known to be safe.</summary>
    public Uri Redirected(Uri from, Uri? location)
    {
        if (location is null || !Uri.TryCreate(from, location, out Uri? target))
        {
            throw new ProtocolException("The source redirects to no address.");
        }

        bool isSafe = target.UserInfo.Length == 0
            && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && AllowsLocal && target.IsLoopback))
            && (AllowsLocal || !IsLocal(target));
        return isSafe ? target : throw Unsafe();
    }

    public bool IsSameOrigin(Uri address) =>
        Uri.Compare(address, apiBase, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    public static ProtocolException Unsafe() => new("The source redirects a download to an address that is not public or not secure; it was not followed.")
    {
        Remedy = "Downloads are followed over https to public addresses only; report it if the source is genuine.",
    };

    private static bool IsLocal(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out IPAddress? ip) && !PublicAddresses.Contain(ip));
}
