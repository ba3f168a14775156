using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What one process is told is forgotten by all.</summary>
public sealed class CacheExchangeTests : IDisposable
{
    private static readonly ContentId Page = new("7");

    private readonly LinkedProcesses.Process _other;
    private readonly PipelineHarness _here;
    private readonly PipelineHarness _there;
    private readonly ReaderGate _gate;
    private PermissionOutcome _outcome = PermissionOutcome.Allow;

    public CacheExchangeTests()
    {
        LinkedProcesses link = new();
        LinkedProcesses.Process here = link.Start(), there = link.Start();
        _other = link.Start();
        _here = new(configure: services => services.AddSingleton<ICacheInvalidationExchange>(here));
        _there = new(configure: services => services.AddSingleton<ICacheInvalidationExchange>(there));
        _gate = new(_there.Pipeline, (id, _, reader, _) => Task.FromResult(Samples.Decision(_outcome, reader) with { Item = id }));
    }

    private CacheInvalidation Events => _here.Services.GetRequiredService<CacheInvalidation>();

    [Fact]
    public async Task A_changed_item_is_asked_about_anew_in_another_process()
    {
        await RevokeAsync();
        Events.ItemChanged(_here.Pipeline.Name, new("8"));
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token); // another item

        Events.ItemChanged(_here.Pipeline.Name, Page);
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task A_changed_restriction_drops_decisions_in_another_process()
    {
        await RevokeAsync();
        Events.AccessChanged(new("sharepoint"));
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token); // another integration

        Events.AccessChanged(_here.Pipeline.Name);
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task Everything_is_forgotten_for_an_integration_and_for_all()
    {
        await RevokeAsync();
        Events.EverythingChanged(_here.Pipeline.Name);
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));

        _outcome = PermissionOutcome.Allow;
        _other.Publish(CacheInvalidationNotice.Everything);
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
    }

    [Theory]
    [InlineData(99, "7")]
    [InlineData((int)CacheInvalidationKind.Item, null)]
    public async Task What_is_not_understood_forgets_too_much_rather_than_too_little(int kind, string? item)
    {
        await RevokeAsync();
        _other.Publish(new CacheInvalidationNotice(_there.Pipeline.Name, (CacheInvalidationKind)kind, item));
        await Assert.ThrowsAsync<NotFoundException>(() => _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token));
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private async Task RevokeAsync()
    {
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token);
        _outcome = PermissionOutcome.Deny;
        await _gate.EnsureAsync(Page, Samples.Ann, PipelineHarness.Token); // kept
    }
}
