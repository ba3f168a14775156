using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Http.Downloads;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Refit;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Builds the client of one instance out of its parts; each of them is told here what it stands on.</summary>
internal sealed class SharePointAssembly(IServiceProvider services, SharePointConnection connection, IntegrationName name)
{
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly IHttpClientFactory _clients = services.GetRequiredService<IHttpClientFactory>();

    private readonly IIntegrationPipeline _pipeline = services.GetRequiredService<IIntegrationPipelineFactory>().Create(name, () => connection.Settings.Options, () => connection.Settings.Realm);

    public SharePointClient CreateClient()
    {
        HttpClient http = _clients.CreateClient(SharePointDefaults.HttpClientName(name));
        IGraphApi api = RestService.ForGenerated<IGraphApi>(http, SharePointRefit.Settings);
        GraphPages pages = new(http);
        InnerReads inner = new(_pipeline);
        SharePointSites sites = new(api, inner, Current);
        SharePointItems items = new(api, pages, sites, inner, Current, name);
        GraphBatch batch = new(api, connection.Pacer, () => connection.HttpSettings, _time);
        SharePointReaders readers = new(api, batch, services.GetRequiredService<IIdentityLinker>(), inner);
        PolicyJudge judge = new(readers, Current, () => connection.IsDelegated);
        SharePointPolicies policies = new(api, pages, new(api, batch), sites, new(api, pages, inner), inner, Current, _time);
        SharePointDecisions decisions = new(sites, readers, policies, judge, new(api, connection.Credentials), new(_time));
        ReaderGate gate = new(_pipeline, decisions.DecideAsync, SharePointDefaults.MaxBatch);
        GatedReads gated = new(_pipeline, gate);
        SearchRegion region = new(api, inner, connection);
        DownloadTransport downloads = new(http, () => _clients.CreateClient(SharePointDefaults.DownloadsClientName(name)), connection.Endpoint.GraphBase, _time);
        SharePointReads reads = new(gated, items, new(downloads, Current), services.GetService<ITextExtractor>(), Current);
        SharePointParts parts = new(
            new(_pipeline, api, sites, region, Current, _time),
            new(gate, sites, policies, readers, judge, _time),
            new(api, pages, sites, items, new(api, pages, sites, Current)),
            new(gated, api, pages, sites, reads),
            new(api, pages, sites, items, _time),
            new(api, pages, items));
        return new(_pipeline, gate, new(gated, _pipeline, api, sites, region, connection.Credentials, Current), reads, parts, connection.Credentials, _time);
    }

    public SharePointSyncSource CreateSyncSource() => CreateSyncSource(() => (Current().Options.SyncLists, Current().Options.SyncPages));

    public SubscriptionManager CreateSubscriptionManager()
    {
        HttpClient http = _clients.CreateClient(SharePointDefaults.HttpClientName(name));
        SubscriptionDesk desk = new(_pipeline, RestService.ForGenerated<IGraphApi>(http, SharePointRefit.Settings), new(http), Current, _time);
        return new(desk, new(desk, CreateSyncSource(static () => (false, false)), new(desk, Current, _time), Current, _time));
    }

    public SharePointNotificationSource CreateNotificationSource(SubscriptionManager subscriptions) => new(name, subscriptions.Guardian, Current);

    private SharePointSyncSource CreateSyncSource(Func<(bool Lists, bool Pages)> wanted)
    {
        HttpClient http = _clients.CreateClient(SharePointDefaults.HttpClientName(name));
        IGraphApi api = RestService.ForGenerated<IGraphApi>(http, SharePointRefit.Settings);
        GraphPages pages = new(http);
        InnerReads inner = new(_pipeline);
        SharePointSites sites = new(api, inner, Current);
        DeltaFeed delta = new(pages, connection.Endpoint.GraphBase);
        DriveFeed feed = new(api, delta);
        FolderTrees trees = new(api);
        FeedAhead ahead = new(feed, _pipeline, _time);
        ItemAccess access = new(new(api, connection.Pacer, () => connection.HttpSettings, _time), pages);
        DriveQuestions questions = new(api, feed, trees, sites, new(api, new(api, inner, connection)), name);
        return new(
            _pipeline,
            new(api, pages, new(api, pages, sites, Current), sites, wanted, _pipeline),
            new DriveSync(new(feed, ahead, trees, access, sites, name), new(feed, trees, access, sites, name), questions),
            new ListSync(api, delta, access, sites, Current, name),
            new PageSync(api, delta, new(access, new(api, pages, inner)), sites, Current, name))
        {
            Groups = new(api, pages),
            Ahead = ahead,
        };
    }

    private SharePointSettings Current() => connection.Settings;
}
