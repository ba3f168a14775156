using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>One thing that somebody may do in a space.</summary>
public sealed record SpacePermissionGrant
{
    /// <summary>To whom it is given.</summary>
    public required SpacePermissionHolder Holder { get; init; }

    /// <summary>The user or group as a principal; null for other holders, and where the source does not name an id.</summary>
    public PrincipalId? Principal { get; init; }

    /// <summary>The source's own id of the holder: account id, user key, group, role or access class; null for anonymous users of Data Center.</summary>
    public string? HolderId { get; init; }

    /// <summary>What is allowed, for example <c>read</c>, <c>create</c> or <c>administer</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>On what, for example <c>space</c>, <c>page</c> or <c>comment</c>; null where the source names none.</summary>
    public string? Target { get; init; }

    /// <summary>The name of the role through which it is given; null where it is given directly.</summary>
    public string? Role { get; init; }

    /// <summary>Whether it lets one see the space: the only permission that counts for reading.</summary>
    public bool IsView => Operation == "read" && Target == "space";
}
