using System.Collections.Immutable;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Knows the members of the simulated sites' groups.</summary>
internal sealed class TruthfulResolver(Func<GraphTenant> tenant) : ISiteGroupResolver
{
    public ValueTask<IReadOnlyList<AccessPrincipal>?> ResolveAsync(SiteGroup group, CancellationToken cancellationToken = default) =>
        new(tenant().Sites[group.SiteId].Groups.TryGetValue(group.GroupId, out ImmutableArray<string> members)
            ? [.. members.Select(id => new AccessPrincipal(tenant().Users.ContainsKey(id) ? AccessPrincipalKind.User : AccessPrincipalKind.Group, new(PrincipalSchemes.EntraObject, id)))]
            : null);
}
