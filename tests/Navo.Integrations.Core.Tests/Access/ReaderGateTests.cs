using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class ReaderGateTests : IDisposable
{
    private static readonly ContentId Page = new("7");

    private readonly PipelineHarness _harness = new();
    private readonly ReaderGate _gate;
    private readonly Dictionary<string, PermissionOutcome> _rights = new(StringComparer.Ordinal);
    private int _checks;

    public ReaderGateTests() => _gate = new ReaderGate(_harness.Pipeline, CheckAsync);

    [Fact]
    public async Task A_decision_is_kept_for_the_same_version_and_asked_again_for_another()
    {
        await TrimAsync(Samples.Ann, "1");
        await TrimAsync(Samples.Ann, "1");
        Assert.Equal(1, _checks);

        _rights["7"] = PermissionOutcome.Deny;
        Assert.Empty((await TrimAsync(Samples.Ann, "2")).Hits);
        Assert.Equal(2, _checks);
        Assert.False(await _gate.IsAllowedAsync(Page, Samples.Ann, PipelineHarness.Token));
        Assert.Equal(2, _checks);
    }

    [Fact]
    public async Task A_decision_made_without_a_version_does_not_count_for_a_hit_that_has_one()
    {
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        _rights["7"] = PermissionOutcome.Deny;
        Assert.Empty((await TrimAsync(Samples.Ann, "2")).Hits);
    }

    [Fact]
    public async Task A_change_event_drops_the_decisions_about_an_item_for_every_reader()
    {
        CacheInvalidation events = (CacheInvalidation)_harness.Services.GetService(typeof(CacheInvalidation))!;
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        await _gate.EnsureAsync(Page, Samples.Bob, PipelineHarness.Token);
        await _gate.EnsureAsync(new ContentId("8"), Samples.Ann, PipelineHarness.Token);

        _rights["7"] = _rights["8"] = PermissionOutcome.Deny;
        events.ItemChanged(_harness.Pipeline.Name, Page);
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Bob, PipelineHarness.Token));
        await _gate.EnsureAsync(new ContentId("8"), Samples.Ann, PipelineHarness.Token);
    }

    [Fact]
    public async Task A_changed_restriction_drops_all_decisions_because_it_counts_for_what_lies_below()
    {
        CacheInvalidation events = (CacheInvalidation)_harness.Services.GetService(typeof(CacheInvalidation))!;
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        _rights["7"] = PermissionOutcome.Unknown;
        events.AccessChanged(_harness.Pipeline.Name);
        await Assert.ThrowsAsync<PermissionException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task A_check_that_was_under_way_when_the_item_changed_is_not_kept()
    {
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ReaderGate slow = new(_harness.Pipeline, async (id, _, reader, _) =>
        {
            _checks++;
            await answer.Task;
            return Samples.Decision(PermissionOutcome.Allow, reader) with { Item = id };
        });
        Task<bool> before = slow.IsAllowedAsync(Page, Samples.Ann, PipelineHarness.Token);
        _harness.Pipeline.Forget(Page);
        answer.SetResult();
        Assert.True(await before);

        _rights["7"] = PermissionOutcome.Deny;
        Assert.False(await _gate.IsAllowedAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task So_many_changes_that_they_cannot_be_remembered_forget_everything()
    {
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        _rights["7"] = PermissionOutcome.Deny;
        for (int i = 0; i <= 10_000; i++)
        {
            _harness.Pipeline.Forget(new ContentId($"other {i}"));
        }

        Assert.False(await _gate.IsAllowedAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task Any_list_is_trimmed_in_its_order_and_what_was_removed_is_counted_and_not_named()
    {
        _rights["2"] = _rights["5"] = PermissionOutcome.Deny;
        _rights["3"] = PermissionOutcome.Unknown;
        Trimmed<string> trimmed = await _gate.TrimItemsAsync(["1", "2", "3", "4", "5"], id => new ContentId(id), Samples.Ann, PipelineHarness.Token);
        Assert.Equal(["1", "4"], trimmed.Items);
        Assert.Equal([new Omission(OmissionReason.NotPermitted, 2), new Omission(OmissionReason.PermissionUnknown, 1)], trimmed.Omitted);

        Trimmed<string> whole = await _gate.TrimItemsAsync(["1", "2"], id => new ContentId(id), AccessContext.Service, PipelineHarness.Token);
        Assert.Equal(["1", "2"], whole.Items);
        Assert.Empty(whole.Omitted);
    }

    public void Dispose() => _harness.Dispose();

    private Task<SearchPage> TrimAsync(AccessContext reader, string version)
    {
        SearchPage page = Samples.Page("7");
        return _gate.TrimAsync(page with { Hits = [page.Hits[0] with { Version = version }] }, reader, PipelineHarness.Token);
    }

    private Task<PermissionDecision> CheckAsync(ContentId id, ContainerRef? container, AccessContext reader, CancellationToken token)
    {
        Interlocked.Increment(ref _checks);
        return Task.FromResult(Samples.Decision(_rights.GetValueOrDefault(id.Value, PermissionOutcome.Allow), reader) with { Item = id });
    }
}
