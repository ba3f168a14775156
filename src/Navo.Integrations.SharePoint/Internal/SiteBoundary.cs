namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The configured sites as far as they can be found: one that is gone, or is refused, is left out and keeps none of the others back.</summary>
/// <param name="Addresses">Their addresses; with none of them, nothing lies within.</param>
/// <param name="IsRefusedInPart">Whether a site is left out because it is refused, so that what lies in it can't be told from what lies outside.</param>
internal sealed record SiteBoundary(IReadOnlyList<string> Addresses, bool IsRefusedInPart)
{
    public bool Contains(SitePlace place) => Addresses.Any(place.IsAtOrBelow);
}
