using System.Net;
using System.Net.Sockets;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>The addresses of the public internet: not those of this machine, of private networks, of the link (cloud metadata) or of special use.</summary>
/// <remarks><see href="https://www.iana.org/assignments/iana-ipv4-special-registry/"/> and <see href="https://www.iana.org/assignments/iana-ipv6-special-registry/"/>.</remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Contain(IPAddress address)
    {
        IPAddress ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (ip.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(ip)) && !Special.Any(network => network.Contains(ip));
    }
}
