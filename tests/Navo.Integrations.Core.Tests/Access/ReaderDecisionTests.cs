using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class ReaderDecisionTests : IDisposable
{
    private static readonly ContentId Page = new("7");

    private readonly GateWorld _world = new();

    public static TheoryData<IntegrationException, PermissionReason, bool> Failures => new()
    {
        { new PermissionException("The scope read:permission is missing."), PermissionReason.CheckNotPermitted, false },
        { new UnavailableException("The source is down.") { IsTransient = true }, PermissionReason.SourceFailed, true },
        { new ProtocolException("That is not JSON."), PermissionReason.SourceFailed, false },
    };

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(PermissionOutcome.Allow)]
    [InlineData(PermissionOutcome.Deny)]
    [InlineData(PermissionOutcome.Unknown)]
    public async Task What_the_source_decides_is_told_and_recorded(PermissionOutcome right)
    {
        _world.Rights["7"] = right;

        PermissionDecision decision = await DecideAsync();

        AuditRecord record = Assert.Single(_world.Harness.Audit.Records);
        Assert.Equal((right, Page, Samples.Ann), (decision.Outcome, decision.Item, decision.Reader));
        Assert.Equal(("check_permissions", "7", right), (record.Operation, record.ItemId, record.Decision));
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_check_that_fails_is_a_decision_that_nobody_knows(IntegrationException failure, PermissionReason reason, bool isTransient)
    {
        _world.Failure = failure;
        _world.Harness.Time.Advance(TimeSpan.FromHours(1));

        PermissionDecision decision = await DecideAsync();

        Assert.Equal((PermissionOutcome.Unknown, reason, failure.Message, isTransient), (decision.Outcome, decision.Reason, decision.Detail, decision.IsTransient));
        Assert.Equal((Page, Samples.Ann, _world.Harness.Time.GetUtcNow()), (decision.Item, decision.Reader, decision.CheckedAt));
    }

    [Fact]
    public async Task A_decision_that_nobody_knows_is_not_kept()
    {
        _world.Failure = new UnavailableException("The source is down.");
        await DecideAsync();
        _world.Failure = null;

        Assert.True((await DecideAsync()).IsAllowed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_who_is_not_let_in_for_want_of_knowledge_is_told_whether_to_try_again(bool isTransient)
    {
        _world.Rights["7"] = PermissionOutcome.Unknown;
        _world.IsTransient = isTransient;

        PermissionException refusal = await Assert.ThrowsAsync<PermissionException>(() => _world.Gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));

        Assert.Equal(("Whether the reader may see the item could not be established: DeniedBySource.", isTransient), (refusal.Message, refusal.IsTransient));
    }

    [Fact]
    public async Task A_check_that_fails_lets_nobody_in_and_tells_why()
    {
        _world.Failure = new UnavailableException("The source is down.");

        await Assert.ThrowsAsync<UnavailableException>(() => _world.Gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
        Assert.False(await _world.Gate.IsAllowedAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task The_service_is_let_in_without_a_question()
    {
        _world.Rights["7"] = PermissionOutcome.Deny;

        await _world.Gate.EnsureAsync(Page, AccessContext.Service, PipelineHarness.Token);
        Assert.Equal(0, _world.Checks);
    }

    [Fact]
    public async Task A_decision_on_the_way_to_something_else_leaves_no_record_of_its_own()
    {
        await _world.Gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        await _world.Gate.IsAllowedAsync(new("8"), Samples.Ann, PipelineHarness.Token);

        Assert.Equal(2, _world.Checks);
        Assert.Empty(_world.Harness.Audit.Records);
    }

    [Fact]
    public async Task An_empty_id_is_no_question()
    {
        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.Gate.EnsureAsync(default, AccessContext.Service, PipelineHarness.Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.Gate.DecideAsync(default, Samples.Ann, _world.Harness.Time, PipelineHarness.Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.Gate.TrimItemsAsync(["x"], _ => default, Samples.Ann, PipelineHarness.Token));
        Assert.Equal(0, _world.Checks);
    }

    private Task<PermissionDecision> DecideAsync() => _world.Gate.DecideAsync(Page, Samples.Ann, _world.Harness.Time, PipelineHarness.Token);
}
