using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Finds all groups that somebody belongs to when groups belong to groups, for sources that do not do so themselves.</summary>
public static class GroupExpansion
{
    /// <summary>Follows memberships upwards, layer by layer. A cycle ends where it meets itself.</summary>
    /// <param name="member">The user or application.</param>
    /// <param name="groupsOf">The direct groups of some principals, asked once for each layer.</param>
    /// <param name="limit">How many groups are followed at most, 1 or more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The member itself and every group it belongs to, directly or not.</returns>
    /// <exception cref="PermissionException">There are more groups than the limit: the membership is not known whole, so it is not known.</exception>
    public static async Task<IReadOnlySet<AccessPrincipal>> ExpandAsync(
        AccessPrincipal member,
        Func<IReadOnlyList<AccessPrincipal>, CancellationToken, Task<IReadOnlyList<AccessPrincipal>>> groupsOf,
        int limit = 10_000,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(groupsOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        HashSet<AccessPrincipal> all = [member];
        IReadOnlyList<AccessPrincipal> layer = [member];
        while (layer.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IReadOnlyList<AccessPrincipal> above = await groupsOf(layer, cancellationToken).ConfigureAwait(false);
            layer = [.. above.Where(all.Add)];
            if (all.Count - 1 > limit)
            {
                throw new PermissionException($"The reader belongs to more than {limit} groups; who may see what can't be told from a part of them.");
            }
        }

        return all;
    }
}
