namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Addresses for people.</summary>
internal static class WebAddress
{
    /// <summary>A web address; null for anything else.</summary>
    public static Uri? Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? web) && web.Scheme is "https" or "http" ? web : null;
}
