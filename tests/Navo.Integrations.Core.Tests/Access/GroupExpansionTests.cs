using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class GroupExpansionTests
{
    private static readonly AccessPrincipal Ada = new(AccessPrincipalKind.User, new("atlassian", "ada"));

    [Fact]
    public async Task Row063_groups_of_groups_are_followed_and_a_cycle_ends()
    {
        Dictionary<AccessPrincipal, AccessPrincipal[]> above = new()
        {
            [Ada] = [Group("team")],
            [Group("team")] = [Group("department"), Group("team")],
            [Group("department")] = [Group("company"), Group("team")],
            [Group("company")] = [Group("department")],
        };
        int asked = 0;

        IReadOnlySet<AccessPrincipal> all = await GroupExpansion.ExpandAsync(Ada, (layer, _) =>
        {
            asked++;
            return Task.FromResult<IReadOnlyList<AccessPrincipal>>([.. layer.SelectMany(p => above[p])]);
        }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([Ada, Group("company"), Group("department"), Group("team")], all.OrderBy(p => p.Kind).ThenBy(p => p.Id.Value));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Row063_a_membership_that_is_not_known_whole_is_not_known() =>
        await Assert.ThrowsAsync<PermissionException>(() => GroupExpansion.ExpandAsync(
            Ada,
            (layer, _) => Task.FromResult<IReadOnlyList<AccessPrincipal>>([.. layer.Select(p => Group(p.Id.Value + "x"))]),
            limit: 50,
            cancellationToken: TestContext.Current.CancellationToken));

    private static AccessPrincipal Group(string name) => new(AccessPrincipalKind.Group, new("confluence-group", name));
}
