using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>Who has access to a site, as far as Graph tells.</summary>
public sealed record SitePermissions
{
    /// <summary>The site.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>Those who own it.</summary>
    public required IReadOnlyList<SharingGrant> Owners { get; init; }

    /// <summary>The others who may read or write.</summary>
    public required IReadOnlyList<SharingGrant> Members { get; init; }

    /// <summary>The applications that were granted the site (<c>Sites.Selected</c>); null where the service may not read them.</summary>
    public IReadOnlyList<SharingGrant>? Applications { get; init; }

    /// <summary>Those whose members Graph does not list, such as the site's own groups; who belongs to them is unknown unless an <see cref="ISiteGroupResolver"/> knows.</summary>
    public IReadOnlyList<AccessPrincipal> Unresolved { get; init; } = [];

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}
