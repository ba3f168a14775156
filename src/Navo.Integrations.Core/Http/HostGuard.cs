using System.Net;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>Whether an address may be sent a request, and so a credential: only the configured origins, and plain http on loopback only.</summary>
internal sealed class HostGuard(IReadOnlyList<Uri> allowedOrigins)
{
    /// <summary>A request is checked at several stages, by the same object; an address never changes.</summary>
    private Uri? _lastAllowed;

    /// <summary>Refuses a request to another address, and takes from it whatever credential it has.</summary>
    public void Check(HttpRequestMessage request)
    {
        Uri? address = request.RequestUri;
        if (address is not null && ReferenceEquals(address, Volatile.Read(ref _lastAllowed)))
        {
            return;
        }

        if (Allows(address))
        {
            Volatile.Write(ref _lastAllowed, address);
            return;
        }

        request.Headers.Authorization = null;
        throw new ProtocolException("A request to another host than the configured one was refused.")
        {
            Remedy = "Check the configured address; links in answers are followed on the configured host only.",
        };
    }

    private bool Allows(Uri? address)
    {
        try
        {
            return address is { IsAbsoluteUri: true } && address.UserInfo.Length == 0
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
                && allowedOrigins.Any(origin => IsSameOrigin(origin, address));
        }
        catch (UriFormatException)
        {
            return false; // a host that is no name by the rules of internationalized names
        }
    }

    private static bool IsSameOrigin(Uri origin, Uri address) =>
        origin.Scheme == address.Scheme && origin.Port == address.Port && string.Equals(origin.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is of this machine, as it is written: no name is looked up.</summary>
    public static bool IsLoopback(Uri address) => IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out IPAddress? ip)
        ? IPAddress.IsLoopback(ip)
        : string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase);
}
