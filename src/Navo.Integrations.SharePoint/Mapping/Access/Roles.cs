using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Whether a role lets read. Limited access does not: it lets pass through to an item below.</summary>
/// <remarks><see href="https://learn.microsoft.com/sharepoint/understanding-permission-levels"/>.</remarks>
internal static class Roles
{
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal)
    {
        "read", "write", "owner", "sp.fullcontrol", "sp.design", "sp.edit", "sp.contribute", "sp.read", "sp.viewonly", "sp.restrictedread", "sp.approve", "sp.managehierarchy",
        "sp.managelist",
    };

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "sp.limitedaccess", "sp.web-onlylimitedaccess", "sp.webonlylimitedaccess", "sp.none", "none",
    };

    /// <summary>Whether these let read; null where one is a level of the customer's own, which may or may not.</summary>
    public static bool? LetRead(IReadOnlyList<string>? roles)
    {
        string[] known = [.. (roles ?? []).Select(role => role.ToLowerInvariant().Replace(" ", string.Empty, StringComparison.Ordinal))];
        return known.Any(Reading.Contains) ? true : known.Length > 0 && known.All(Passing.Contains) ? false : null;
    }

    /// <summary>
    /// Whether a link lets read; null where its kind or its role is not known. One for existing access gives nobody anything that they did not have, one for uploads nothing to
    /// read, and one that blocks downloads no copy, which is all that could be given here.
    /// </summary>
    public static bool? LetRead(SharingLinkDto link, IReadOnlyList<string>? roles) => link switch
    {
        { Scope: "existingAccess" } or { Type: "createOnly" or "blocksDownload" } or { PreventsDownload: true } => false,
        { Type: null or "view" or "edit" or "review" or "embed" or "addressBar" or "adminDefault" } => LetRead(roles),
        _ => null,
    };
}
