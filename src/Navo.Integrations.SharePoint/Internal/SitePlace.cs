using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The site in which something stands.</summary>
/// <param name="Id">Its id in Graph.</param>
/// <param name="WebUrl">Its address without a final slash.</param>
/// <param name="Name">Its name, where it was read.</param>
internal sealed record SitePlace(string Id, string WebUrl, string? Name)
{
    public ContainerRef ToContainer() => new(WebUrl, Name, Id);

    /// <summary>Whether an address is this one or lies below it, by whole segments.</summary>
    public bool IsAtOrBelow(string address) =>
        WebUrl.Equals(address, StringComparison.OrdinalIgnoreCase) || WebUrl.StartsWith(address + "/", StringComparison.OrdinalIgnoreCase);
}
