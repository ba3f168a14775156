using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Access;

/// <summary>A decision that is kept is taken without a call of its own, and only as long as a call would be answered with it.</summary>
public sealed class KeptDecisionTests : IDisposable
{
    private readonly GateWorld _world = new();

    [Fact]
    public async Task Counts_as_found_in_the_cache_and_has_no_activity()
    {
        using ListenedTrace trace = new();
        await AllowedAsync();
        Assert.True(await AllowedAsync());
        Assert.Equal(1, _world.Checks);
        Assert.Equal(0.5, _world.Harness.Metrics.GetSnapshot(_world.Harness.Pipeline.Name).CacheHitRates.Permission);
        Assert.Equal(["check_permissions"], trace.Ended("Navo.Integrations.Confluence").Select(activity => activity.OperationName));
    }

    [Fact]
    public async Task Ends_with_its_lifetime()
    {
        await AllowedAsync();
        _world.Rights["7"] = PermissionOutcome.Deny;
        TimeSpan lifetime = _world.Harness.Options.Cache.Permission.Lifetime;
        _world.Harness.Time.Advance(lifetime - TimeSpan.FromTicks(1));
        Assert.True(await AllowedAsync());
        _world.Harness.Time.Advance(TimeSpan.FromTicks(1));
        Assert.False(await AllowedAsync());
    }

    [Fact]
    public async Task Is_not_looked_for_where_decisions_are_not_kept()
    {
        await AllowedAsync();
        _world.Rights["7"] = PermissionOutcome.Deny;
        _world.Harness.Options.Cache.Permission.Enabled = false;
        Assert.False(await AllowedAsync());
    }

    [Fact]
    public async Task Is_not_given_to_who_has_cancelled()
    {
        await AllowedAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Gate.IsAllowedAsync(new("7"), Samples.Ann, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Of_one_reader_says_nothing_about_another()
    {
        await AllowedAsync();
        _world.Rights["7"] = PermissionOutcome.Deny;
        Assert.False(await _world.Gate.IsAllowedAsync(new("7"), Samples.Bob, PipelineHarness.Token));
    }

    [Theory]
    [InlineData(20, 10_000, 40)]
    [InlineData(20, 0, 20)]
    [InlineData(10, 5, 15)]
    [InlineData(1, 0, 1)]
    [InlineData(1000, 1000, 40)]
    public void No_more_checks_are_begun_at_once_than_may_wait_for_their_turn(int concurrent, int queued, int expected) =>
        Assert.Equal(expected, ReaderGate.ChecksAtOnce(new() { MaxConcurrentRequests = concurrent, MaxQueuedRequests = queued }));

    public void Dispose() => _world.Dispose();

    private Task<bool> AllowedAsync() => _world.Gate.IsAllowedAsync(new("7"), Samples.Ann, PipelineHarness.Token);
}
