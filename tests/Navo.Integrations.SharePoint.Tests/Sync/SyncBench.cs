using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Tests.Simulated;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>A simulated tenant, its sync, and a copy that carries out what it is told.</summary>
internal sealed class SyncBench : IAsyncDisposable
{
    private SyncBench(SimulatedSharePoint sharePoint, FakeTimeProvider time) => (SharePoint, Time) = (sharePoint, time);

    public SimulatedSharePoint SharePoint { get; }

    public FakeTimeProvider Time { get; }

    public GraphTenant Tenant => SharePoint.Tenant;

    public GraphSimulator Simulator => SharePoint.Simulator;

    public IContentSync Sync => SharePoint.Services.GetRequiredService<IContentSync>();

    public TenantCopy Copy { get; } = new();

    public SyncCheckpoint? Checkpoint { get; set; }

    public SyncReport Report { get; private set; } = new();

    public SyncScope Scope { get; set; } = SyncScope.All;

    public static async Task<SyncBench> StartAsync(
        GraphTenant? tenant = null, int? pageSize = null, Action<SharePointOptions>? configure = null, IReadOnlyCollection<string>? selected = null, Action<HttpRequestMessage>? onRequest = null, ISyncInventory? inventory = null)
    {
        FakeTimeProvider time = tenant?.TimeProvider as FakeTimeProvider ?? NewTime();
        SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(
            time,
            (_, options) =>
            {
                options.Http.MaxRetryAttempts = 0;
                options.Http.BreakerMinimumThroughput = 10_000;
                configure?.Invoke(options);
            },
            new() { Tenant = tenant ?? GraphTenant.CreateBelievable(time), MaxPageSize = pageSize, SelectedSites = selected },
            collection =>
            {
                collection.AddKeyedSingleton<ISyncInventory>("sharepoint", inventory ?? new InMemorySyncInventory());
                collection.AddSingleton<ISkipLedger>(new SkipLedger());
                collection.AddHttpClient("navo:sharepoint").AddHttpMessageHandler(() => new RequestHook(onRequest ?? (static _ => { })));
            });
        return new(sharePoint, time);
    }

    public static FakeTimeProvider NewTime() => new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>A site with one library of so many files.</summary>
    public static GraphTenant TenantOf(int files)
    {
        GraphTenant tenant = new(NewTime());
        GraphItem folder = tenant.AddFolder(tenant.AddSite("root", string.Empty), "Folder");
        for (int i = 0; i < files; i++)
        {
            tenant.AddFile(folder, $"File {i}.txt", $"Text {i}");
        }

        return tenant;
    }

    /// <summary>Runs to the end and acknowledges everything.</summary>
    public async Task<IReadOnlyList<ContentChange>> RunAsync(SyncMode mode = SyncMode.Incremental)
    {
        ISyncRun run = Sync.SyncAsync(Scope, Checkpoint, new() { Mode = mode, Deletions = DeletionBudget.Unlimited }, TestContext.Current.CancellationToken);
        List<ContentChange> told = [];
        await foreach (ContentChange change in run)
        {
            told.Add(change);
            Copy.Apply(change);
            await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        (Checkpoint, Report) = (run.Checkpoint, run.Report);
        return told;
    }

    /// <summary>Runs, and says what was told in one line each.</summary>
    public async Task<IReadOnlyList<string>> TellAsync(SyncMode mode = SyncMode.Incremental)
    {
        IReadOnlyList<ContentChange> told = await RunAsync(mode);
        Assert.True(Report.IsComplete, string.Join("; ", Report.Partitions.Select(partition => $"{partition.Title} {partition.Outcome} {partition.Error}")));
        return [.. told.Select(Line).Order(StringComparer.Ordinal)];
    }

    public static ContentId IdOf(GraphItem item) => new($"drives/{item.DriveId}/items/{item.Id}");

    public static ContentId IdOf(GraphList list, GraphListItem item) => new($"sites/{list.SiteId}/lists/{list.Id}/items/{item.Id}");

    public static ContentId IdOf(GraphPage page) => new($"sites/{page.SiteId}/pages/{page.Id}");

    private string Line(ContentChange change) => change switch
    {
        ContentUpserted upserted => $"{(upserted.IsNew ? "new" : "changed")} {upserted.Metadata.Title}",
        ContentMoved moved => $"moved {moved.Metadata.Title}",
        ContentSkipped skipped => $"skipped {skipped.Item.Title ?? NameOf(skipped.Id)} {skipped.Item.Reason}",
        ContentDeleted deleted => $"deleted {NameOf(deleted.Id)} {deleted.Cause}",
        _ => $"shared {NameOf(change.Id)}",
    };

    private string? NameOf(ContentId id) => Tenant.Items.GetValueOrDefault(id.Value.Split('/')[^1])?.Name ?? Copy.Titles.GetValueOrDefault(id.Value);

    public ValueTask DisposeAsync() => SharePoint.DisposeAsync();
}
