using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Permissions of spaces of both editions.</summary>
internal static class SpacePermissionMapping
{
    public static SpacePermissionGrant FromCloud(PermissionAssignmentDto assignment)
    {
        PermissionPrincipalDto principal = Required.Member(assignment.Principal, "results[].principal");
        return To(HolderOf(principal.Type), Required.Member(principal.Id, "results[].principal.id")) with
        {
            Operation = Required.Member(assignment.Operation?.Key, "results[].operation.key"),
            Target = assignment.Operation!.TargetType,
        };
    }

    /// <summary>What a role allows whom it is given to. Its permissions are written as <c>operation/target</c>.</summary>
    public static IEnumerable<SpacePermissionGrant> FromRole(RoleAssignmentDto assignment, SpaceRoleDto role)
    {
        RolePrincipalDto principal = Required.Member(assignment.Principal, "results[].principal");
        string id = Required.Member(principal.PrincipalId, "results[].principal.principalId");
        SpacePermissionGrant holder = To(principal.PrincipalType is "ACCESS_CLASS" ? ClassOf(id) : HolderOf(principal.PrincipalType), id);
        foreach (string permission in Required.Member(role.SpacePermissions, "results[].spacePermissions"))
        {
            string[] parts = permission.Split('/', 2);
            yield return holder with { Operation = parts[0], Target = parts.ElementAtOrDefault(1), Role = role.Name ?? role.Id };
        }
    }

    public static SpacePermissionGrant FromDataCenter(SpacePermissionDto permission)
    {
        SpaceSubjectDto subject = Required.Member(permission.Subject, "subject");
        SpacePermissionGrant holder = subject.Type switch
        {
            "anonymous" => Nobody with { Holder = SpacePermissionHolder.Anonymous },
            "group" => To(SpacePermissionHolder.Group, subject.Name ?? subject.DisplayName),
            "user" or "known" => ToUser(subject),
            _ => Nobody with { HolderId = subject.Type },
        };
        return holder with
        {
            Operation = Required.Member(permission.Operation?.OperationKey, "operation.operationKey"),
            Target = permission.Operation!.TargetType,
        };
    }

    private static SpacePermissionGrant Nobody => new() { Holder = SpacePermissionHolder.Other, Operation = string.Empty };

    private static SpacePermissionGrant ToUser(SpaceSubjectDto subject)
    {
        PrincipalId? principal = subject switch
        {
            { UserKey: { Length: > 0 } key } => new(PrincipalSchemes.ConfluenceUserKey, key),
            { Username: { Length: > 0 } name } => new(PrincipalSchemes.ConfluenceUsername, name),
            _ => null,
        };
        return Nobody with { Holder = SpacePermissionHolder.User, Principal = principal, HolderId = principal?.Value };
    }

    private static SpacePermissionGrant To(SpacePermissionHolder holder, string? id) => Nobody with
    {
        Holder = holder,
        HolderId = id,
        Principal = (holder, id) switch
        {
            (SpacePermissionHolder.User, { Length: > 0 }) => new PrincipalId(PrincipalSchemes.AtlassianAccount, id),
            (SpacePermissionHolder.Group, { Length: > 0 }) => new PrincipalId(PrincipalSchemes.ConfluenceGroup, id),
            _ => null,
        },
    };

    private static SpacePermissionHolder HolderOf(string? type) => type switch
    {
        "user" or "USER" => SpacePermissionHolder.User,
        "group" or "GROUP" => SpacePermissionHolder.Group,
        "role" => SpacePermissionHolder.Role,
        _ => SpacePermissionHolder.Other,
    };

    private static SpacePermissionHolder ClassOf(string name) => name switch
    {
        "anonymous-users" => SpacePermissionHolder.Anonymous,
        "authenticated-users" => SpacePermissionHolder.SignedIn,
        "all-licensed-users" => SpacePermissionHolder.LicensedUsers,
        _ => SpacePermissionHolder.Other,
    };
}
