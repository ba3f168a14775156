using System.Globalization;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Who may see an item as a text that is another one when others may, in no order of the source's: to be compared, not to be read.</summary>
internal static class GrantText
{
    public static string Of(IEnumerable<PermissionDto> permissions, string siteId) =>
        string.Join('\n', permissions.Select(permission => Line(GrantMapping.ToGrant(permission, siteId))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Line(SharingGrant grant) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sorted(grant.Roles)}|{Sorted(grant.Principals.Select(static principal => principal.ToString()))}|{(grant.Principals.Count == 0 ? Sorted(grant.Names) : null)}|{grant.LinkScope}|{grant.LinkType}|{grant.HasPassword}|{grant.Expires:O}");

    private static string Sorted(IEnumerable<string> texts) => string.Join(' ', texts.Order(StringComparer.Ordinal));
}
