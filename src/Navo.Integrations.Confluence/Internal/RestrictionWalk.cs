using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Reads a view restriction to its end. The nested lists carry no link, so both are read on from the number of entries that the server really delivered,
/// until a page holds nothing new.
/// </summary>
internal static class RestrictionWalk
{
    /// <summary>Everybody whom the restriction admits; null when the content is not restricted.</summary>
    public static async Task<IReadOnlyList<AccessPrincipal>?> ReadAsync(
        Func<int, CancellationToken, Task<RestrictionDto>> getPage,
        Func<UserDto, IEnumerable<AccessPrincipal>> ofUser,
        Func<GroupDto, IEnumerable<AccessPrincipal>> ofGroup,
        CancellationToken cancellationToken)
    {
        HashSet<(string?, string?, string?)> entries = [];
        List<AccessPrincipal> principals = [];
        for (int start = 0, delivered = 1; delivered > 0; start += delivered)
        {
            RestrictionDto answer = await getPage(start, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<UserDto> users = Required.Member(answer.Restrictions?.User?.Results, "restrictions.user.results");
            IReadOnlyList<GroupDto> groups = Required.Member(answer.Restrictions?.Group?.Results, "restrictions.group.results");
            int known = entries.Count;
            principals.AddRange(users.Where(u => entries.Add((u.AccountId, u.UserKey, u.Username))).SelectMany(ofUser));
            principals.AddRange(groups.Where(g => entries.Add((g.Id, g.Name, "group"))).SelectMany(ofGroup));
            delivered = entries.Count == known ? 0 : Math.Max(users.Count, groups.Count);
        }

        return entries.Count == 0 ? null : principals;
    }
}
