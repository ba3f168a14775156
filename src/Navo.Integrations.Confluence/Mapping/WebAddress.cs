using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Addresses for people, as the answer's own links give them.</summary>
internal static class WebAddress
{
    public static Uri? Of(LinksDto? links, string? baseAddress) => Below(RootOf(links?.Base ?? baseAddress), links?.WebUi);

    /// <summary>The base as text without a final slash; null unless it is a web address.</summary>
    public static string? RootOf(string? baseAddress) =>
        Uri.TryCreate(baseAddress, UriKind.Absolute, out Uri? root) && root.Scheme is "https" or "http" ? root.AbsoluteUri.TrimEnd('/') : null;

    /// <summary>A path below a root; the slash with which it begins ends the host, so that it cannot lead to another one.</summary>
    public static Uri? Below(string? root, string? path) =>
        root is not null && path is ['/', ..] && Uri.TryCreate(root + path, UriKind.Absolute, out Uri? address) ? address : null;
}
