using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Whom a login name of SharePoint stands for. What is not known for certain is nobody whom we could name, and so leaves the decision open.</summary>
/// <remarks><see href="https://learn.microsoft.com/sharepoint/dev/general-development/claims-based-identity-and-concepts-in-sharepoint"/>.</remarks>
internal static partial class Claims
{
    /// <summary>All members of the tenant without its guests.</summary>
    public static AccessPrincipal EveryoneExceptExternalUsers { get; } = new(AccessPrincipalKind.Group, new(PrincipalSchemes.SharePointClaim, "everyone-except-external-users"));

    public static AccessPrincipal ToPrincipal(string loginName) => loginName.ToLowerInvariant() switch
    {
        "c:0(.s|true" => AccessPrincipal.EveryoneSignedIn,
        var login when AllUsers().IsMatch(login) => EveryoneExceptExternalUsers,
        var login when Group().Match(login) is { Success: true } group => Entra(AccessPrincipalKind.Group, group.Groups[1].Value),
        var login when Member().Match(login) is { Success: true } member => new(AccessPrincipalKind.User, new(PrincipalSchemes.UserPrincipalName, member.Groups[1].Value)),
        var login when Application().Match(login) is { Success: true } application => Entra(AccessPrincipalKind.Application, application.Groups[1].Value),
        _ => Unresolved("claim", loginName),
    };

    public static AccessPrincipal Entra(AccessPrincipalKind kind, string id) => new(kind, new(PrincipalSchemes.EntraObject, id.ToLowerInvariant()));

    /// <summary>Somebody whom nobody can name for sure.</summary>
    public static AccessPrincipal Unresolved(string what, string? name)
    {
        string shown = new([.. (name ?? "?").Where(c => !char.IsControl(c)).Take(200)]);
        return new(AccessPrincipalKind.SiteGroup, new(PrincipalSchemes.SharePointUnresolved, $"{what} {shown.Trim()}".Trim()));
    }

    [GeneratedRegex(@"^c:0-\.f\|rolemanager\|spo-grid-all-users/[0-9a-f-]{36}\z", RegexOptions.NonBacktracking)]
    private static partial Regex AllUsers();

    // Of a Microsoft 365 group, "_o" after the id stands for its owners, which is another set of people: it does not match.
    [GeneratedRegex(@"^c:0(?:t\.c\|tenant|o\.c\|federateddirectoryclaimprovider)\|([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Group();

    [GeneratedRegex(@"^i:0#\.f\|membership\|([^|\s]+@[^|\s]+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Member();

    [GeneratedRegex(@"^i:0i\.t\|ms\.sp\.ext\|([0-9a-f-]{36})@[0-9a-f-]{36}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Application();
}
