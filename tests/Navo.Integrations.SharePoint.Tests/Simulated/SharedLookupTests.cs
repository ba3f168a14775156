using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;
using Refit;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>What is asked once for several readers depends on none of them, and what comes of it is told to each alone.</summary>
public sealed class SharedLookupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row010_sites_are_looked_up_as_the_application_within_a_search_by_a_readers_own_token()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (simulator, o) => o.UseUserAssertions((user, _) => new(simulator.AssertionOf(user.Value))));
        GraphItem pricing = sharePoint.Tenant.Find("Pricing.md");
        sharePoint.Tenant.Share(pricing.Id, new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ben")));

        SearchPage page = await sharePoint.Client.SearchAsync(new("pricing"), SimulatedSharePoint.Reader("ben"), Token);

        // The file is shared with ben alone of a site that ben can't open: Graph found it for ben, and it lies within bounds.
        SearchHit hit = Assert.Single(page.Hits, hit => hit.Title == pricing.Name);
        Assert.EndsWith("/launch-secret", hit.Container!.Key, StringComparison.Ordinal);
        Assert.Equal("/v1.0/search/query", Assert.Single(sharePoint.Simulator.Requests, request => request.AccountId == GraphTenant.Person("ben")).PathAndQuery);
    }

    [Fact]
    public async Task Row042_readers_whose_questions_share_a_batch_are_told_its_failure_about_their_own_items()
    {
        HeldRequests held = new("/permissions");
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(
            configure: (_, o) => o.Http.MaxRetryAttempts = 0,
            services: services => services.AddHttpClient("navo:sharepoint").AddHttpMessageHandler(() => held));
        sharePoint.Simulator.Faults.Add("/$batch", Fault.Status(503), times: int.MaxValue);
        IIntegrationPipeline pipeline = sharePoint.Services.GetRequiredService<IIntegrationPipelineFactory>().Create(sharePoint.Client.Name, static () => new SharePointOptions());
        GraphBatcher batcher = NewBatcher(sharePoint);

        Task first = AskAsync("Deployment process.md", "ada");
        await held.Arrived.WaitAsync(TimeSpan.FromMinutes(1), Token);

        // The first question is under way, so that the other two go together in a batch.
        Task second = AskAsync("Strategy.md", "ben");
        Task third = AskAsync("Salary review notes.md", "cleo");
        held.Release();

        await first;
        UnavailableException ben = await Assert.ThrowsAsync<UnavailableException>(() => second);
        UnavailableException cleo = await Assert.ThrowsAsync<UnavailableException>(() => third);
        Assert.Equal((sharePoint.IdOf("Strategy.md").Value, 503), (ben.ItemId, ben.StatusCode));
        Assert.Equal((sharePoint.IdOf("Salary review notes.md").Value, 503), (cleo.ItemId, cleo.StatusCode));

        Task AskAsync(string file, string reader)
        {
            ContentId id = sharePoint.IdOf(file);
            DriveItemAddress address = (DriveItemAddress)ItemAddress.Parse(id);
            IntegrationCall<GraphListDto<PermissionDto>> call = new(SimulatedSharePoint.Reader(reader), token => batcher.GetPermissionsAsync(address, token)) { ItemId = id.Value };
            return pipeline.ExecuteAsync(SharePointOperations.GetAccessPolicy, call, Token);
        }
    }

    private static GraphBatcher NewBatcher(SimulatedSharePoint sharePoint)
    {
        SharePointConnection connection = sharePoint.Services.GetRequiredKeyedService<SharePointConnection>("sharepoint");
        IGraphApi api = RestService.ForGenerated<IGraphApi>(sharePoint.Services.GetRequiredService<IHttpClientFactory>().CreateClient("navo:sharepoint"), SharePointRefit.Settings);
        return new(api, new(api, connection.Pacer, () => connection.HttpSettings, TimeProvider.System));
    }
}
