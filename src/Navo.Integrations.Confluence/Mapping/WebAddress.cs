using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Addresses for people. They are shown, never requested.</summary>
internal static class WebAddress
{
    public static Uri? Of(LinksDto? links, string? baseAddress) => Of(links?.Base ?? baseAddress, links?.WebUi);

    public static Uri? Of(string? baseAddress, string? path)
    {
        bool isWeb = Uri.TryCreate(baseAddress, UriKind.Absolute, out Uri? root) && root.Scheme is "https" or "http";
        if (!isWeb || path is not { Length: > 0 } || path[0] != '/')
        {
            return null;
        }

        return Uri.TryCreate(root!.AbsoluteUri.TrimEnd('/') + path, UriKind.Absolute, out Uri? address)
            && address.Host.Equals(root.Host, StringComparison.OrdinalIgnoreCase)
            ? address
            : null;
    }
}
