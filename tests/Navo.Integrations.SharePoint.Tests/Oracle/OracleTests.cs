using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Tests.Simulated;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Oracle;

/// <summary>
/// The client against the truth, on generated tenants: never a yes where the truth is no; never a no where it is yes; and "unknown" only where something stands in the policy that
/// nobody can resolve.
/// </summary>
public sealed class OracleTests
{
    private const int Tenants = 10_000;
    private const int PairsEach = 6;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 2)]
    [InlineData(true, true, 3)]
    public async Task Row064_no_decision_leaks_and_none_denies_what_is_allowed(bool withResolver, bool withLinks, int part)
    {
        FakeTimeProvider time = new(Start);
        using DirectGraph graph = new();
        ServiceProvider services = Services(graph, time, withResolver, withLinks);
        ISharePointClient client = services.GetRequiredService<ISharePointClient>();
        Dictionary<PermissionOutcome, int> outcomes = [];
        for (int seed = part * (Tenants / 4); seed < (part + 1) * (Tenants / 4); seed++)
        {
            graph.Serve(new TenantGenerator(seed, time).Create());
            Random random = new(seed);
            GraphItem[] items = [.. graph.Tenant.Items.Values.OrderBy(item => item.Id, StringComparer.Ordinal)];
            GraphUser[] users = [.. graph.Tenant.Users.Values.OrderBy(user => user.Id, StringComparer.Ordinal)];
            for (int i = 0; i < PairsEach; i++)
            {
                (GraphItem item, GraphUser user) = (items[random.Next(items.Length)], users[random.Next(users.Length)]);
                PermissionDecision decision = await client.CheckPermissionsAsync(new($"drives/{item.DriveId}/items/{item.Id}"), AccessContext.ForUser(new(PrincipalSchemes.EntraObject, user.Id)), Token);
                AssertTrue(graph.Tenant, item, user, decision, withResolver, withLinks, seed);
                outcomes[decision.Outcome] = outcomes.GetValueOrDefault(decision.Outcome) + 1;
            }
        }

        Assert.All(Enum.GetValues<PermissionOutcome>(), outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > Tenants / 40, $"{outcome}: {outcomes.GetValueOrDefault(outcome)}"));
        await Disposal.RunAsync(services, time);
    }

    [Fact]
    public async Task Row042_no_search_shows_what_its_reader_may_not_see()
    {
        FakeTimeProvider time = new(Start);
        using DirectGraph graph = new();
        ServiceProvider services = Services(graph, time, withResolver: true, withLinks: false);
        ISharePointClient client = services.GetRequiredService<ISharePointClient>();
        int shown = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            graph.Serve(new TenantGenerator(seed, time).Create());
            foreach (GraphUser user in graph.Tenant.Users.Values)
            {
                AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.EntraObject, user.Id));
                SearchPage page = await client.SearchDocumentsAsync(new(Kql.FileExtension.Is("txt")) { Limit = 100 }, reader, Token);
                Assert.All(page.Hits, hit => Assert.True(graph.Tenant.MayRead(user.Id, hit.Id.Value.Split('/')[^1]), $"Tenant {seed}: {user.DisplayName} is shown {hit.Id}."));
                shown += page.Hits.Count;
                foreach (SearchHit hit in page.Hits.Take(1))
                {
                    Assert.Equal(hit.Id, (await client.GetMetadataAsync(hit.Id, reader, Token)).Id);
                }
            }
        }

        Assert.True(shown > 500, $"Only {shown} hits were shown.");
        await Disposal.RunAsync(services, time);
    }

    private static void AssertTrue(GraphTenant tenant, GraphItem item, GraphUser user, PermissionDecision decision, bool withResolver, bool withLinks, int seed)
    {
        bool truth = tenant.MayRead(user.Id, item.Id, withLinks, withLinks);
        string where = $"Tenant {seed}: {user.DisplayName} and {item.Name}: {decision.Outcome} {decision.Reason} ({decision.Detail}), truth {truth}.";
        Assert.False(decision.IsAllowed && !truth, where);
        Assert.False(decision.Outcome == PermissionOutcome.Deny && truth, where);
        if (decision.Outcome == PermissionOutcome.Unknown)
        {
            Assert.True(!user.IsEnabled || tenant.GrantsOf(item).Grants.Any(grant => IsOpen(tenant, item, grant, withResolver)), where);
        }
    }

    /// <summary>Whether nobody can tell whom a grant means.</summary>
    private static bool IsOpen(GraphTenant tenant, GraphItem item, GraphGrant grant, bool withResolver) => grant.Kind switch
    {
        GraphGrantKind.SiteGroup => !withResolver || !tenant.SiteOf(item).Groups.ContainsKey(grant.Principal),
        GraphGrantKind.Claim => grant.Principal.EndsWith("_o", StringComparison.Ordinal),
        _ => false,
    };

    private static ServiceProvider Services(DirectGraph graph, TimeProvider time, bool withResolver, bool withLinks)
    {
        ServiceCollection services = new();
        services.AddSingleton(time);
        services.AddNavoIntegrations().AddSharePoint(options =>
        {
            options.GraphBaseUrl = new("https://graph.example/v1.0");
            options.SearchRegion = "NAM";
            options.ResourceUnitsPerMinute = 0;
            options.Cache.Enabled = false;
            options.OrganizationLinksGrantAccess = options.AnonymousLinksGrantAccess = withLinks;
            options.UseCredential(new TestCredential());
            if (withResolver)
            {
                options.UseSiteGroupResolver(new TruthfulResolver(() => graph.Tenant));
            }
        });
        services.AddHttpClient("navo:sharepoint").ConfigurePrimaryHttpMessageHandler(() => graph);
        return services.BuildServiceProvider();
    }

    private sealed class TestCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("test", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
