using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class DecisionsTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(PermissionReason.Granted, PermissionOutcome.Allow)]
    [InlineData(PermissionReason.DeniedBySource, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.ContainerNotVisible, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.ItemRestricted, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.AncestorRestricted, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.NotFoundOrNotVisible, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.OutsideConfiguredScope, PermissionOutcome.Deny)]
    [InlineData(PermissionReason.Unspecified, PermissionOutcome.Unknown)]
    [InlineData(PermissionReason.PrincipalNotResolved, PermissionOutcome.Unknown)]
    [InlineData(PermissionReason.MembershipUnreadable, PermissionOutcome.Unknown)]
    [InlineData(PermissionReason.PolicyUnreadable, PermissionOutcome.Unknown)]
    [InlineData(PermissionReason.CheckNotPermitted, PermissionOutcome.Unknown)]
    [InlineData(PermissionReason.SourceFailed, PermissionOutcome.Unknown)]
    [InlineData((PermissionReason)99, PermissionOutcome.Unknown)]
    public void The_outcome_follows_from_the_reason(PermissionReason reason, PermissionOutcome expected)
    {
        PermissionDecision decision = new Decisions(_time).Of(new("7"), Samples.Ann, reason);

        Assert.Equal((expected, reason), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public void A_decision_says_what_it_is_about_and_when_it_was_made()
    {
        PermissionDecision decision = new Decisions(_time).Of(new("7"), Samples.Ann, PermissionReason.ItemRestricted, "restricted to hr-leads");

        Assert.Equal((new ContentId("7"), Samples.Ann, _time.GetUtcNow(), "restricted to hr-leads"), (decision.Item, decision.Reader, decision.CheckedAt, decision.Detail));
    }
}
