using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Internal;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>No request goes before its time: not after a Retry-After of any form, those within a batch included, and not faster than the quota.</summary>
public sealed class ThrottlingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> Forms => new()
    {
        { 429, "Retry-After", "30" },
        { 503, "Retry-After", "30" },
        { 429, "Retry-After", "date" },
        { 429, "retry-after-ms", "30000" },
        { 429, "RateLimit-Reset", "30" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task Row074_Row075_nothing_is_asked_of_the_tenant_before_the_time_that_it_names(int status, string header, string value)
    {
        ObservedTime time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time, (_, o) => (o.Http.MaxRetryAttempts, o.Http.AttemptTimeout, o.Http.BreakerSamplingDuration, o.Http.BreakDuration) = (3, TimeSpan.FromSeconds(77), TimeSpan.FromSeconds(155), TimeSpan.FromSeconds(17)));
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        string told = value == "date" ? (time.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R", System.Globalization.CultureInfo.InvariantCulture) : value;
        Dictionary<string, string> headers = new() { [header] = told };
        if (value == "date")
        {
            headers["Date"] = time.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        sharePoint.Simulator.Faults.Add("/v1.0/drives/", Fault.Status(status, headers: headers));
        sharePoint.Simulator.ClearRequests();
        Task<SharePointItem> limited = sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token);
        await SettleAsync(() => time.IsWaitedFor(TimeSpan.FromSeconds(30)));
        Task<IntegrationHealth> other = sharePoint.Client.CheckHealthAsync(Token);  // another address of the same tenant
        await AdvanceAsync(time, TimeSpan.FromSeconds(29));
        Assert.Single(sharePoint.Simulator.Requests);
        await FinishAsync(time, limited);
        await FinishAsync(time, other);
        Assert.True(sharePoint.Simulator.Requests.Count > 1);
    }

    [Fact]
    public async Task F29_Row076_a_request_that_a_batch_throttles_is_sent_again_alone_after_its_own_time()
    {
        ObservedTime time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time);
        sharePoint.Simulator.Faults.Add("$batch/drives/", Fault.Throttled(TimeSpan.FromSeconds(40)), times: 2);
        Task<SearchPage> search = sharePoint.Client.SearchAsync(new("release") { Limit = 12 }, SimulatedSharePoint.Reader("ben"), Token);
        await SettleAsync(() => time.IsWaitedFor(TimeSpan.FromSeconds(40)));
        int before = sharePoint.Simulator.Requests.Count(request => request.PathAndQuery == "/v1.0/$batch");
        await AdvanceAsync(time, TimeSpan.FromSeconds(39));
        Assert.Equal(before, sharePoint.Simulator.Requests.Count(request => request.PathAndQuery == "/v1.0/$batch"));
        SearchPage page = await FinishAsync(time, search);
        Assert.Equal(12, page.Hits.Count);
        string[] bodies = [.. sharePoint.Simulator.Requests.Where(request => request.PathAndQuery == "/v1.0/$batch").Select(request => request.Body)];
        Assert.True(bodies.Length > before);
        Assert.Contains(bodies, body => body.Split("\"url\"").Length - 1 == 2);
    }

    [Fact]
    public async Task Row076_one_that_stays_throttled_fails_alone()
    {
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time, (_, o) => o.Timeout = TimeSpan.FromMinutes(30));
        string stuck = sharePoint.Tenant.Find("Deployment process.md").Id;
        sharePoint.Simulator.Faults.Add($"/items/{stuck}/permissions", Fault.Throttled(TimeSpan.FromSeconds(5)), times: int.MaxValue);
        SearchPage page = await FinishAsync(time, sharePoint.Client.SearchAsync(new("release manager deploys"), SimulatedSharePoint.Reader("ben"), Token));
        Assert.Contains(page.Omitted, omission => omission.Reason == OmissionReason.PermissionUnknown);
    }

    [Fact]
    public async Task Row077_what_is_left_of_the_quota_slows_the_pace_down()
    {
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time, (_, o) =>
        {
            o.ResourceUnitsPerMinute = 1200;
            o.Cache.Enabled = false;
            o.IncludeMetadata = o.TrackVersions = false;
        });
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        sharePoint.Simulator.Quota = (1200, 2, 50);
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        sharePoint.Simulator.ClearRequests();
        Task<SharePointItem>[] calls = [.. Enumerable.Range(0, 5).Select(_ => sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token))];
        await SettleAsync(() => sharePoint.Simulator.Requests.Count >= 1);
        await AdvanceAsync(time, TimeSpan.FromSeconds(5));
        Assert.InRange(sharePoint.Simulator.Requests.Count, 1, 3);
        sharePoint.Simulator.Quota = null;
        await FinishAsync(time, Task.WhenAll(calls));
    }

    [Fact]
    public void Row077_resource_units_are_spread_so_that_no_minute_holds_more_than_the_quota()
    {
        FakeTimeProvider time = new();
        ResourceUnitPacer pacer = new(600, time, static () => 1, static _ => { });
        TimeSpan last = TimeSpan.Zero;
        for (int i = 0; i < 600 / 5; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "https://graph.microsoft.com/v1.0/drives/b!x/items/01A/permissions");
            last = pacer.Reserve(request);
        }

        Assert.InRange(last.TotalSeconds, 59, 61); // 60 at once, the other 540 at 9 a second
    }

    [Fact]
    public void Row077_a_request_that_is_given_up_before_it_is_sent_takes_nothing_of_the_quota()
    {
        FakeTimeProvider time = new();
        ResourceUnitPacer pacer = new(600, time, static () => 1, static _ => { });
        for (int i = 0; i < 600; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "https://graph.microsoft.com/v1.0/drives/b!x/items/01A/permissions");
            if (pacer.Reserve(request) > TimeSpan.Zero)
            {
                pacer.Release(request);
            }
        }

        using HttpRequestMessage next = new(HttpMethod.Get, "https://graph.microsoft.com/v1.0/drives/b!x/items/01A/permissions");
        Assert.InRange(pacer.Reserve(next).TotalSeconds, 0, 1);
    }

    [Theory]
    [InlineData("/v1.0/drives/b!x/items/01A", "", 1)]
    [InlineData("/v1.0/drives/b!x/items/01A/content", "", 1)]
    [InlineData("/v1.0/drives/b!x/root/delta", "?token=abc", 1)]
    [InlineData("/v1.0/drives/b!x/root/delta", "", 2)]
    [InlineData("/v1.0/drives/b!x/items/01A/children", "", 2)]
    [InlineData("/v1.0/drives/b!x/items/01A/permissions", "", 5)]
    [InlineData("/v1.0/drives/b!x/items/01A", "?$expand=permissions", 5)]
    public void Row077_each_request_costs_what_microsoft_counts(string path, string query, int units) => Assert.Equal(units, ResourceUnits.Of(path, query));

    [Fact]
    public async Task One_limiter_serves_all_clients_of_the_same_application_and_tenant()
    {
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time);
        await using GraphSimulator other = await GraphSimulator.StartAsync(new() { TimeProvider = time }, Token);
        SharePointConnection first = sharePoint.Services.GetRequiredKeyedService<SharePointConnection>("sharepoint");
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time);
        services.AddNavoIntegrations().AddSharePoint("a", o => Configure(o, other, other.ClientId)).AddSharePoint("b", o => Configure(o, other, other.ClientId)).AddSharePoint("c", o => Configure(o, other, "another"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ResourceUnitPacer[] pacers = [.. ((string[])["a", "b", "c"]).Select(name => provider.GetRequiredKeyedService<SharePointConnection>($"sharepoint:{name}").Pacer)];
        Assert.Same(pacers[0], pacers[1]);
        Assert.NotSame(pacers[0], pacers[2]);
        Assert.NotSame(first.Pacer, pacers[0]);
    }

    private static void Configure(SharePointOptions options, GraphSimulator simulator, string client) =>
        (options.GraphBaseUrl, options.AuthorityHost, options.TenantId, options.ClientId, options.ClientSecret) = (simulator.GraphUrl, simulator.AuthorityUrl, simulator.TenantId, client, "secret");

    /// <summary>Lets what can run run, on the wall's clock, until something holds.</summary>
    private static async Task SettleAsync(Func<bool> holds)
    {
        for (int i = 0; i < 3000 && !holds(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }

        Assert.True(holds());
    }

    private static async Task AdvanceAsync(FakeTimeProvider time, TimeSpan span)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromSeconds(1))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }

    private static async Task<T> FinishAsync<T>(FakeTimeProvider time, Task<T> call)
    {
        for (int i = 0; i < 2000 && !call.IsCompleted; i++)
        {
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token));
            time.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await call.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }
}
