namespace Navo.Integrations.Confluence;

/// <summary>To whom a permission of a space is given. What opens a space to many is kept apart.</summary>
public enum SpacePermissionHolder
{
    /// <summary>A kind that this version does not know; <see cref="SpacePermissionGrant.HolderId"/> says which.</summary>
    Other = 0,

    /// <summary>One user.</summary>
    User,

    /// <summary>The members of a group.</summary>
    Group,

    /// <summary>Anybody, signed in or not.</summary>
    Anonymous,

    /// <summary>Everybody who is signed in, with a licence or not (Cloud).</summary>
    SignedIn,

    /// <summary>Everybody with a licence of Confluence (Cloud).</summary>
    LicensedUsers,

    /// <summary>Whoever holds a role; the assignments of roles say who that is (Cloud).</summary>
    Role,
}
