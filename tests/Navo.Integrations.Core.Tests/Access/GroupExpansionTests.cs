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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_groups_as_the_limit_are_followed_and_one_more_is_too_many(int limit)
    {
        IReadOnlySet<AccessPrincipal> all = await InAsync(groups: limit, limit);
        PermissionException refusal = await Assert.ThrowsAsync<PermissionException>(() => InAsync(groups: limit + 1, limit));

        Assert.Equal(limit + 1, all.Count);
        Assert.StartsWith($"The reader belongs to more than {limit} groups", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_of_no_group_is_a_mistake(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("limit", () => InAsync(groups: 1, limit));

    [Fact]
    public async Task A_caller_who_leaves_is_not_answered_with_a_part()
    {
        using CancellationTokenSource caller = new();

        await Assert.ThrowsAsync<OperationCanceledException>(() => GroupExpansion.ExpandAsync(
            Ada,
            (layer, _) =>
            {
                caller.Cancel();
                return Task.FromResult<IReadOnlyList<AccessPrincipal>>([Group("team")]);
            },
            cancellationToken: caller.Token));
    }

    private static Task<IReadOnlySet<AccessPrincipal>> InAsync(int groups, int limit) => GroupExpansion.ExpandAsync(
        Ada,
        (layer, _) => Task.FromResult<IReadOnlyList<AccessPrincipal>>([.. Enumerable.Range(0, groups).Select(i => Group($"{i}"))]),
        limit,
        TestContext.Current.CancellationToken);

    private static AccessPrincipal Group(string name) => new(AccessPrincipalKind.Group, new("confluence-group", name));
}
