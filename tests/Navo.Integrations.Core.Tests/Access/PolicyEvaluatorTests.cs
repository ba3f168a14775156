using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class PolicyEvaluatorTests
{
    private static readonly AccessPrincipal Ada = new(AccessPrincipalKind.User, new("atlassian", "ada"));
    private static readonly AccessPrincipal Staff = new(AccessPrincipalKind.Group, new("confluence-group", "staff"));
    private static readonly AccessPrincipal Leads = new(AccessPrincipalKind.Group, new("confluence-group", "leads"));
    private static readonly HashSet<AccessPrincipal> AdaOfStaff = [Ada, Staff];

    [Fact]
    public void A_reader_who_is_named_by_every_clause_passes()
    {
        Assert.True(PolicyEvaluator.IsSatisfied(Policy([Leads, Staff], [Ada, Leads]), AdaOfStaff, out AccessClause? denying));
        Assert.Null(denying);
    }

    [Fact]
    public void One_clause_that_does_not_name_the_reader_denies_and_the_first_such_is_told()
    {
        AccessPolicy policy = Policy([Staff], [Leads], []);

        Assert.False(PolicyEvaluator.IsSatisfied(policy, AdaOfStaff, out AccessClause? denying));
        Assert.Same(policy.Clauses[1], denying);
    }

    [Fact]
    public void A_clause_that_names_nobody_lets_nobody_pass()
    {
        AccessPolicy policy = Policy([[]]);

        Assert.False(PolicyEvaluator.IsSatisfied(policy, AdaOfStaff, out AccessClause? denying));
        Assert.Same(policy.Clauses[0], denying);
    }

    [Fact]
    public void A_policy_without_clauses_lets_nobody_pass_and_names_no_clause()
    {
        Assert.False(PolicyEvaluator.IsSatisfied(Policy(), AdaOfStaff, out AccessClause? denying));
        Assert.Null(denying);
    }

    [Theory]
    [InlineData(AccessPrincipalKind.Anonymous, true)]
    [InlineData(AccessPrincipalKind.EveryoneSignedIn, true)]
    [InlineData(AccessPrincipalKind.User, false)]
    [InlineData(AccessPrincipalKind.Group, false)]
    [InlineData(AccessPrincipalKind.SiteGroup, false)]
    [InlineData(AccessPrincipalKind.Application, false)]
    public void Only_a_clause_for_everybody_lets_somebody_pass_whom_it_does_not_name(AccessPrincipalKind kind, bool passes) =>
        Assert.Equal(passes, PolicyEvaluator.IsSatisfied(Policy([new AccessPrincipal(kind)]), new HashSet<AccessPrincipal>(), out _));

    [Fact]
    public void A_group_is_not_mistaken_for_a_user_of_the_same_id() =>
        Assert.False(PolicyEvaluator.IsSatisfied(Policy([new AccessPrincipal(AccessPrincipalKind.Group, Ada.Id)]), AdaOfStaff, out _));

    [Fact]
    public void A_verdict_names_only_those_principals_through_which_the_reader_passes()
    {
        IReadOnlyList<ClauseVerdict> verdicts = PolicyEvaluator.Verdicts(Policy([Leads, Staff, AccessPrincipal.EveryoneSignedIn], [Leads]), AdaOfStaff);

        Assert.Equal([Staff, AccessPrincipal.EveryoneSignedIn], verdicts[0].Through);
        Assert.Equal((true, false), (verdicts[0].IsSatisfied, verdicts[1].IsSatisfied));
    }

    [Theory]
    [InlineData(AccessClauseSource.Container, PermissionReason.ContainerNotVisible)]
    [InlineData(AccessClauseSource.Ancestor, PermissionReason.AncestorRestricted)]
    [InlineData(AccessClauseSource.Item, PermissionReason.ItemRestricted)]
    [InlineData(null, PermissionReason.PolicyUnreadable)]
    public void The_reason_tells_where_the_denying_clause_comes_from(AccessClauseSource? source, PermissionReason expected) =>
        Assert.Equal(expected, PolicyEvaluator.ReasonOf(source is { } known ? new() { Source = known, SourceId = "HR", Principals = [] } : null));

    private static AccessPolicy Policy(params AccessPrincipal[][] clauses) => new()
    {
        Clauses = [.. clauses.Select((principals, i) => new AccessClause { Source = AccessClauseSource.Ancestor, SourceId = $"{i}", Principals = principals })],
        ReadAt = DateTimeOffset.UnixEpoch,
    };
}
