using System.Net;

namespace Navo.Integrations.Core.Http;

/// <summary>Whether an address may be sent a request, and so a credential: only the configured origins, and plain http on loopback only.</summary>
internal sealed class HostGuard(IReadOnlyList<Uri> allowedOrigins)
{
    public bool Allows(Uri? address) =>
        address is { IsAbsoluteUri: true } && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
        && allowedOrigins.Any(origin => IsSameOrigin(origin, address));

    private static bool IsSameOrigin(Uri origin, Uri address) =>
        origin.Scheme == address.Scheme && origin.Port == address.Port && string.Equals(origin.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri address) => IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out IPAddress? ip)
        ? IPAddress.IsLoopback(ip)
        : string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase);
}
