using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class AccessExplanationTests
{
    private static readonly PrincipalId AdaId = new("atlassian", "ada");
    private static readonly AccessPrincipal Ada = new(AccessPrincipalKind.User, AdaId);
    private static readonly AccessPrincipal Staff = new(AccessPrincipalKind.Group, new("confluence-group", "staff"));
    private static readonly AccessPrincipal Leads = new(AccessPrincipalKind.Group, new("confluence-group", "hr-leads"));

    private static readonly AccessPolicy Policy = new()
    {
        Clauses =
        [
            new() { Source = AccessClauseSource.Container, SourceId = "HR", SourceName = "People", Principals = [Staff] },
            new() { Source = AccessClauseSource.Ancestor, SourceId = "17", SourceName = "Board secrets", Principals = [Leads] },
        ],
        Version = "3",
        ReadAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void An_administrator_reads_which_clause_denies_and_where_it_comes_from()
    {
        AccessExplanation explanation = AccessExplanations.Explain(Decision(PermissionOutcome.Deny, PermissionReason.AncestorRestricted), Policy, new HashSet<AccessPrincipal> { Ada, Staff });

        Assert.Equal([true, false], explanation.Verdicts.Select(v => v.IsSatisfied));
        Assert.Contains("inherited from 17 'Board secrets' admits only group:confluence-group:hr-leads", explanation.ForAdministrator, StringComparison.Ordinal);
        Assert.DoesNotContain("People", explanation.ForAdministrator, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PermissionOutcome.Deny, PermissionReason.AncestorRestricted, "an item above it")]
    [InlineData(PermissionOutcome.Deny, PermissionReason.ContainerNotVisible, "space or site")]
    [InlineData(PermissionOutcome.Deny, PermissionReason.ItemRestricted, "restricted to others")]
    [InlineData(PermissionOutcome.Deny, PermissionReason.DeniedBySource, "an item above it")]
    [InlineData(PermissionOutcome.Deny, PermissionReason.NotFoundOrNotVisible, "absent or not visible")]
    [InlineData(PermissionOutcome.Unknown, PermissionReason.PolicyUnreadable, "could not be established")]
    [InlineData(PermissionOutcome.Allow, PermissionReason.Granted, "You may see")]
    public void The_reader_reads_the_kind_of_reason_and_no_name(PermissionOutcome outcome, PermissionReason reason, string expected)
    {
        AccessExplanation explanation = AccessExplanations.Explain(Decision(outcome, reason), Policy, new HashSet<AccessPrincipal> { Ada, Staff });

        Assert.Contains(expected, explanation.ForReader, StringComparison.Ordinal);
        Assert.All(new[] { "Board", "People", "HR", "17", "hr-leads", "staff" }, name => Assert.DoesNotContain(name, explanation.ForReader, StringComparison.Ordinal));
    }

    [Fact]
    public void An_administrator_is_told_when_the_source_differs_from_what_can_be_read()
    {
        AccessExplanation explanation = AccessExplanations.Explain(Decision(PermissionOutcome.Deny, PermissionReason.DeniedBySource), Policy, new HashSet<AccessPrincipal> { Ada, Staff, Leads });

        Assert.Contains("differs from the conditions", explanation.ForAdministrator, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_exported_as_clauses_and_never_as_one_list() =>
        Assert.Equal([["group:confluence-group:staff"], ["group:confluence-group:hr-leads"]], Policy.ToTokens());

    private static PermissionDecision Decision(PermissionOutcome outcome, PermissionReason reason) => new()
    {
        Outcome = outcome,
        Reason = reason,
        Item = new("42"),
        Reader = AccessContext.ForUser(AdaId),
        CheckedAt = DateTimeOffset.UnixEpoch,
    };
}
