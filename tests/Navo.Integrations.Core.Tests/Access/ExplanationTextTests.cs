using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class ExplanationTextTests
{
    private const string Differs = "The source decided this itself and differs from the conditions that could be read here.";
    private static readonly PrincipalId AdaId = new("atlassian", "ada");
    private static readonly AccessPrincipal Ada = new(AccessPrincipalKind.User, AdaId);
    private static readonly AccessPrincipal Leads = new(AccessPrincipalKind.Group, new("confluence-group", "leads"));
    private static readonly HashSet<AccessPrincipal> OnlyAda = [Ada];

    [Theory]
    [InlineData(PermissionOutcome.Allow, "user:atlassian:ada may see '42'.")]
    [InlineData(PermissionOutcome.Deny, "user:atlassian:ada may not see '42' (ItemRestricted).")]
    [InlineData(PermissionOutcome.Unknown, "Whether user:atlassian:ada may see '42' could not be established (ItemRestricted), which counts as no.")]
    public void Without_a_policy_the_outcome_and_the_detail_are_all_that_is_told(PermissionOutcome outcome, string expected)
    {
        PermissionDecision decision = Decision(outcome);

        AccessExplanation explanation = AccessExplanations.Explain(decision, null, OnlyAda);

        Assert.Equal(expected, explanation.ForAdministrator);
        Assert.Empty(explanation.Verdicts);
        Assert.Same(decision, explanation.Decision);
        Assert.Null(explanation.Policy);
        Assert.Equal($"{expected} Asked at the site.", AccessExplanations.Explain(decision with { Detail = "Asked at the site." }, null, OnlyAda).ForAdministrator);
        Assert.Equal(expected, AccessExplanations.Explain(decision with { Detail = string.Empty }, null, OnlyAda).ForAdministrator);
    }

    [Fact]
    public void A_policy_is_not_held_against_a_reader_whose_groups_could_not_be_read()
    {
        AccessPolicy policy = Policy(Clause(AccessClauseSource.Item, Ada));

        AccessExplanation explanation = AccessExplanations.Explain(Decision(PermissionOutcome.Unknown), policy, null);

        Assert.Same(policy, explanation.Policy);
        Assert.Empty(explanation.Verdicts);
    }

    [Theory]
    [InlineData(AccessClauseSource.Container, null, "The space or site 17 lets the reader pass through user:atlassian:ada.")]
    [InlineData(AccessClauseSource.Container, "People", "The space or site 17 'People' lets the reader pass through user:atlassian:ada.")]
    [InlineData(AccessClauseSource.Ancestor, "Board", "The view restriction inherited from 17 'Board' lets the reader pass through user:atlassian:ada.")]
    [InlineData(AccessClauseSource.Item, "", "The view restriction of 17 itself lets the reader pass through user:atlassian:ada.")]
    public void An_administrator_reads_through_what_somebody_passes(AccessClauseSource source, string? name, string expected)
    {
        AccessPolicy policy = Policy(Clause(source, Leads, Ada) with { SourceName = name });

        Assert.Equal($"user:atlassian:ada may see '42'. {expected}", TextOf(PermissionOutcome.Allow, policy));
    }

    [Theory]
    [InlineData(0, "nobody")]
    [InlineData(1, "group:g:1")]
    [InlineData(2, "group:g:1, group:g:2")]
    [InlineData(5, "group:g:1, group:g:2, group:g:3, group:g:4, group:g:5")]
    [InlineData(6, "group:g:1, group:g:2, group:g:3, group:g:4, group:g:5 and 1 more")]
    [InlineData(12, "group:g:1, group:g:2, group:g:3, group:g:4, group:g:5 and 7 more")]
    public void Of_many_who_are_admitted_five_are_named_and_the_others_are_counted(int count, string expected)
    {
        AccessClause clause = Clause(AccessClauseSource.Item, [.. Enumerable.Range(1, count).Select(i => new AccessPrincipal(AccessPrincipalKind.Group, new("g", $"{i}")))]);

        Assert.EndsWith($"The view restriction of 17 itself admits only {expected}.", TextOf(PermissionOutcome.Deny, Policy(clause)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PermissionOutcome.Allow, true, false)]
    [InlineData(PermissionOutcome.Allow, false, true)]
    [InlineData(PermissionOutcome.Deny, true, true)]
    [InlineData(PermissionOutcome.Deny, false, false)]
    [InlineData(PermissionOutcome.Unknown, true, false)]
    [InlineData(PermissionOutcome.Unknown, false, false)]
    public void A_source_that_decides_against_what_was_read_is_noted_unless_it_did_not_decide(PermissionOutcome outcome, bool isSatisfied, bool isNoted)
    {
        AccessPolicy policy = Policy(Clause(AccessClauseSource.Container, Ada), Clause(AccessClauseSource.Item, isSatisfied ? Ada : Leads));

        Assert.Equal(isNoted, TextOf(outcome, policy).EndsWith(Differs, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PermissionOutcome.Allow)]
    [InlineData(PermissionOutcome.Deny)]
    public void A_policy_without_clauses_is_nothing_to_differ_from(PermissionOutcome outcome) =>
        Assert.DoesNotContain(Differs, TextOf(outcome, Policy()), StringComparison.Ordinal);

    [Theory]
    [InlineData(AccessClauseSource.Container, "You have no access to the space or site that holds this item. One of its administrators can give it.")]
    [InlineData(AccessClauseSource.Ancestor, "This item inherits a restriction from an item above it, which does not include you. Its owner can add you.")]
    [InlineData(AccessClauseSource.Item, "This item is restricted to others. Its owner can add you.")]
    public void A_reader_whom_the_source_denies_without_a_reason_is_told_that_of_the_first_clause_that_fails(AccessClauseSource source, string expected)
    {
        AccessPolicy policy = Policy(Clause(AccessClauseSource.Item, Ada), Clause(source, Leads), Clause(AccessClauseSource.Item, Leads));

        Assert.Equal(expected, AccessExplanations.Explain(Decision(PermissionOutcome.Deny) with { Reason = PermissionReason.DeniedBySource }, policy, OnlyAda).ForReader);
    }

    [Theory]
    [InlineData(PermissionReason.NotFoundOrNotVisible)]
    [InlineData(PermissionReason.OutsideConfiguredScope)]
    public void What_is_absent_and_what_is_out_of_bounds_read_the_same(PermissionReason reason) =>
        Assert.Equal("This item is absent or not visible to you.", AccessExplanations.Explain(Decision(PermissionOutcome.Deny) with { Reason = reason }, null, null).ForReader);

    private static string TextOf(PermissionOutcome outcome, AccessPolicy policy) => AccessExplanations.Explain(Decision(outcome), policy, OnlyAda).ForAdministrator;

    private static AccessClause Clause(AccessClauseSource source, params AccessPrincipal[] principals) => new() { Source = source, SourceId = "17", Principals = principals };

    private static AccessPolicy Policy(params AccessClause[] clauses) => new() { Clauses = clauses, ReadAt = DateTimeOffset.UnixEpoch };

    private static PermissionDecision Decision(PermissionOutcome outcome) => new()
    {
        Outcome = outcome,
        Reason = PermissionReason.ItemRestricted,
        Item = new("42"),
        Reader = AccessContext.ForUser(AdaId),
        CheckedAt = DateTimeOffset.UnixEpoch,
    };
}
