using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Every form in which SharePoint names somebody, against readers of every kind.</summary>
public sealed class PermissionTests
{
    private static readonly DateTimeOffset Past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, PermissionOutcome> Cases => new()
    {
        // grant, reader, expected
        { "user:ben", "ben", PermissionOutcome.Allow },
        { "user:ben", "cleo", PermissionOutcome.Deny },
        { "group:engineering", "cleo", PermissionOutcome.Allow },          // through the group Platform
        { "group:engineering", "eve", PermissionOutcome.Deny },
        { "group:circle", "dan", PermissionOutcome.Allow },                // two groups that hold each other
        { "group:circle", "ben", PermissionOutcome.Deny },
        { "eeeu", "ben", PermissionOutcome.Allow },
        { "eeeu", "gus", PermissionOutcome.Deny },                         // a guest is an external user
        { "claim:c:0(.s|true", "gus", PermissionOutcome.Allow },           // everyone, guests included
        { "claim:i:0#.f|membership|ben@contoso.example", "ben", PermissionOutcome.Allow },
        { "claim:i:0#.f|membership|ben@contoso.example", "eve", PermissionOutcome.Deny },
        { "claim:i:0#.f|membership|gus_partner.example#ext#@contoso.example", "gus", PermissionOutcome.Allow },
        { "claimgroup:engineering", "cleo", PermissionOutcome.Allow },
        { "claimgroup:engineering", "eve", PermissionOutcome.Deny },
        { "claimowners:engineering", "cleo", PermissionOutcome.Unknown },  // the owners of a group are others than its members
        { "claim:i:0h.f|membership|100320001@live.com", "ben", PermissionOutcome.Unknown },
        { "claim:c:0!.s|windows", "ben", PermissionOutcome.Unknown },
        { "sitegroup:7", "ben", PermissionOutcome.Unknown },
        { "limited:ben", "ben", PermissionOutcome.Deny },
        { "custom:ben", "ben", PermissionOutcome.Unknown },
        { "expired:ben", "ben", PermissionOutcome.Deny },
        { "link:users", "dan", PermissionOutcome.Allow },
        { "link:users", "ben", PermissionOutcome.Deny },
        { "link:organization", "ben", PermissionOutcome.Deny },
        { "link:anonymous", "ben", PermissionOutcome.Deny },
        { "link:existingAccess", "ben", PermissionOutcome.Deny },
        { "link:expired", "dan", PermissionOutcome.Deny },
        { "application", "ben", PermissionOutcome.Deny },
        { "user:old", "old", PermissionOutcome.Unknown },                  // a disabled account is nobody
        { "none", "ada", PermissionOutcome.Deny },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Row065_each_form_of_a_grant_means_whom_it_means(string grant, string reader, PermissionOutcome expected)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        sharePoint.Tenant.Share(file.Id, grant == "none" ? [] : [Grant(grant, sharePoint.Tenant)]);
        PermissionDecision decision = await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader(reader), Token);
        Assert.Equal(expected, decision.Outcome);
        if (expected == PermissionOutcome.Unknown && reader != "old")
        {
            Assert.Contains("UseSiteGroupResolver", decision.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("organization", "ben", PermissionOutcome.Allow)]
    [InlineData("organization", "gus", PermissionOutcome.Deny)]
    [InlineData("anonymous", "gus", PermissionOutcome.Allow)]
    [InlineData("password", "gus", PermissionOutcome.Deny)]
    public async Task Row065_links_that_name_nobody_count_only_where_the_options_say_so(string scope, string reader, PermissionOutcome expected)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.OrganizationLinksGrantAccess = o.AnonymousLinksGrantAccess = true);
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        sharePoint.Tenant.Share(file.Id, new GraphGrant(GraphGrantKind.Link, "link") { LinkScope = scope == "password" ? "anonymous" : scope, HasPassword = scope == "password" });
        Assert.Equal(expected, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader(reader), Token)).Outcome);
    }

    [Fact]
    public async Task Row064_a_resolver_settles_who_belongs_to_a_site_group_and_numbers_count_within_their_site()
    {
        GraphTenant tenant = GraphTenant.CreateBelievable();
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.UseSiteGroupResolver(new TruthfulResolver(() => tenant)), simulator: new() { Tenant = tenant });
        ContentId strategy = sharePoint.IdOf("Strategy.md");
        Assert.Equal(PermissionOutcome.Allow, (await sharePoint.Client.CheckPermissionsAsync(strategy, SimulatedSharePoint.Reader("dan"), Token)).Outcome);
        Assert.Equal(PermissionOutcome.Deny, (await sharePoint.Client.CheckPermissionsAsync(strategy, SimulatedSharePoint.Reader("ben"), Token)).Outcome);

        // The same number in another site is another group.
        GraphItem pricing = tenant.Find("Pricing.md");
        tenant.Share(pricing.Id, new GraphGrant(GraphGrantKind.SiteGroup, "5"));
        Assert.Equal(PermissionOutcome.Unknown, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf("Pricing.md"), SimulatedSharePoint.Reader("dan"), Token)).Outcome);
    }

    [Fact]
    public async Task Row064_the_nearest_scope_of_its_own_counts_and_not_those_above()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem board = sharePoint.Tenant.Find("Board");
        GraphItem open = sharePoint.Tenant.AddFile(board, "Open.txt", "For all.", null, new GraphGrant(GraphGrantKind.Claim, sharePoint.Tenant.EveryoneExceptExternalUsers));
        Assert.Equal(PermissionOutcome.Allow, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf(open.Name), SimulatedSharePoint.Reader("ben"), Token)).Outcome);
        AccessPolicy inherited = await sharePoint.Client.GetAccessPolicyAsync(sharePoint.IdOf("Strategy.md"), Token);
        Assert.Equal((AccessClauseSource.Ancestor, board.Id), (inherited.Clauses[0].Source, inherited.Clauses[0].SourceId));
    }

    [Fact]
    public async Task Row063_more_groups_than_fit_one_question_go_in_batches()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        GraphGrant[] grants = [.. Enumerable.Range(0, 45).Select(i => new GraphGrant(GraphGrantKind.Group, GraphIds.Guid($"group {i}"))), new(GraphGrantKind.Group, GraphTenant.GroupId("engineering"))];
        sharePoint.Tenant.Share(file.Id, grants);
        Assert.Equal(PermissionOutcome.Allow, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader("cleo"), Token)).Outcome);
        Assert.Equal(PermissionOutcome.Deny, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader("eve"), Token)).Outcome);
        Assert.Equal(2, sharePoint.Simulator.Requests.Count(request => request.PathAndQuery == "/v1.0/$batch"));
        Assert.DoesNotContain(sharePoint.Simulator.Requests, request => request.PathAndQuery.EndsWith("/checkMemberGroups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row042_hits_are_checked_in_batches()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        SearchPage page = await sharePoint.Client.SearchAsync(new("release") { Limit = 40 }, SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal(40, page.Hits.Count + page.Omitted.Sum(omission => omission.Count));
        int single = sharePoint.Simulator.Requests.Count(request => request.PathAndQuery.Contains("/permissions", StringComparison.Ordinal));
        int batches = sharePoint.Simulator.Requests.Count(request => request.PathAndQuery == "/v1.0/$batch");
        Assert.InRange(single + batches, 3, 12);
    }

    [Fact]
    public async Task Row027_the_configured_sites_are_a_boundary_for_every_door()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.Sites = ["documentation"]);
        ContentId outside = sharePoint.IdOf("Deployment process.md");
        ISharePointClient client = sharePoint.Client;
        AccessContext service = AccessContext.Service;
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetContentAsync(outside, service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetMetadataAsync(outside, service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetDocumentAsync(outside, service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetDocumentContentAsync(outside, service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetCollaborationDataAsync(outside, service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetAccessPolicyAsync(outside, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => client.TrackDocumentVersionsAsync(outside, service, Token).ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetChildrenAsync(sharePoint.IdOf("Board"), service, Token).ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetLibraryItemsAsync(sharePoint.Tenant.Find("Board").DriveId, service, Token).ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetListsAsync(sharePoint.SiteIdOf("engineering"), service, Token).ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetSitePermissionsAsync(sharePoint.SiteIdOf("engineering"), service, Token));
        Assert.Equal(PermissionReason.OutsideConfiguredScope, (await client.CheckPermissionsAsync(outside, service, Token)).Reason);
        Assert.Equal(PermissionReason.OutsideConfiguredScope, (await client.CheckPermissionsAsync(outside, SimulatedSharePoint.Reader("ben"), Token)).Reason);
        SearchPage page = await client.SearchDocumentsAsync(new(Kql.Raw("release OR deployment")), service, Token);
        Assert.NotEmpty(page.Hits);
        Assert.All(page.Hits, hit => Assert.Equal("https://contoso.sharepoint.com/sites/documentation", hit.Container!.Key));
        Assert.NotEmpty((await client.SearchDocumentsAsync(new(Kql.Text("documentation")) { Kind = DocumentSearchKind.Site }, service, Token)).Hits);
    }

    [Fact]
    public async Task Row010_a_readers_own_token_lets_graph_decide_and_trim()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (simulator, o) =>
            o.UseUserAssertions((user, _) => new(user.Value == GraphTenant.Person("dan") ? simulator.AssertionOf(user.Value) : null)));
        ContentId strategy = sharePoint.IdOf("Strategy.md");
        Assert.Equal(PermissionOutcome.Allow, (await sharePoint.Client.CheckPermissionsAsync(strategy, SimulatedSharePoint.Reader("dan"), Token)).Outcome);
        Assert.Equal(PermissionOutcome.Unknown, (await sharePoint.Client.CheckPermissionsAsync(strategy, SimulatedSharePoint.Reader("ben"), Token)).Outcome);
        SearchPage found = await sharePoint.Client.SearchAsync(new("strategy board"), SimulatedSharePoint.Reader("dan"), Token);
        Assert.Equal("Strategy.md", Assert.Single(found.Hits).Title);
        Assert.False(found.IsTrimmed);
        Assert.Contains(sharePoint.Simulator.Requests, request => request.PathAndQuery == "/v1.0/search/query" && request.AccountId == GraphTenant.Person("dan"));
        IReadOnlyList<DocumentCount> counts = await sharePoint.Client.CountDocumentsAsync(Kql.Text("strategy board"), "FileType", SimulatedSharePoint.Reader("dan"), Token);
        Assert.Equal(new DocumentCount("md", 1), Assert.Single(counts));
        await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.CountDocumentsAsync(Kql.Text("strategy"), "FileType", SimulatedSharePoint.Reader("ben"), Token));
    }

    [Fact]
    public async Task Row010_what_graph_trimmed_for_a_reader_is_kept_for_as_long_as_a_decision()
    {
        FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time, (simulator, o) =>
        {
            o.UseUserAssertions((user, _) => new(simulator.AssertionOf(user.Value)));
            o.Http.MaxRetryAttempts = 0;
        });
        Assert.Single((await FindAsync()).Hits);

        time.Advance(TimeSpan.FromSeconds(61));
        sharePoint.Simulator.Faults.Add("/search/query", Fault.Status(503));
        await Assert.ThrowsAsync<UnavailableException>(FindAsync);
        Assert.Single((await FindAsync()).Hits);

        sharePoint.Tenant.Share(sharePoint.Tenant.Find("Strategy.md").Id);
        Assert.Equal(ResultOriginKind.Cache, (await FindAsync()).Origin.Kind);
        sharePoint.Services.GetRequiredService<CacheInvalidation>().AccessChanged(sharePoint.Client.Name);
        Assert.Empty((await FindAsync()).Hits);

        sharePoint.Tenant.Share(sharePoint.Tenant.Find("Strategy.md").Id, new GraphGrant(GraphGrantKind.User, GraphTenant.Person("dan")));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Single((await FindAsync()).Hits);
        sharePoint.Tenant.Share(sharePoint.Tenant.Find("Strategy.md").Id);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Empty((await FindAsync()).Hits);

        Task<SearchPage> FindAsync() => sharePoint.Client.SearchAsync(new("strategy board"), SimulatedSharePoint.Reader("dan"), Token);
    }

    [Fact]
    public async Task Row057_a_ready_user_token_says_yes_for_its_own_view_and_never_no_for_others()
    {
        GraphTenant tenant = GraphTenant.CreateBelievable();
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(
            configure: (simulator, o) => (o.ClientSecret, o.AccessToken) = (null, simulator.UserToken(GraphTenant.Person("eve"))),
            simulator: new() { Tenant = tenant });
        Assert.Equal("Salary review notes.md", Assert.Single((await sharePoint.Client.SearchAsync(new("salary review notes"), AccessContext.Service, Token)).Hits).Title);
        Assert.Equal(PermissionOutcome.Unknown, (await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf("Salary review notes.md"), SimulatedSharePoint.Reader("ada"), Token)).Outcome);
    }

    [Fact]
    public async Task Row066_a_reader_known_elsewhere_is_nobody_here_until_somebody_links_the_two()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        AccessContext atlassian = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, "5b10ac8d82e05b22cc7d4ef5"));
        PermissionDecision decision = await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf("Deployment process.md"), atlassian, Token);
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PrincipalNotResolved), (decision.Outcome, decision.Reason));
        AccessContext named = AccessContext.ForUser(new(PrincipalSchemes.UserPrincipalName, "BEN@contoso.example"));
        Assert.True((await sharePoint.Client.CheckPermissionsAsync(sharePoint.IdOf("Deployment process.md"), named, Token)).IsAllowed);
    }

    private static GraphGrant Grant(string text, GraphTenant tenant)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        (string kind, string value) = colon < 0 ? (text, string.Empty) : (text[..colon], text[(colon + 1)..]);
        return kind switch
        {
            "user" => new(GraphGrantKind.User, GraphTenant.Person(value)),
            "group" => new(GraphGrantKind.Group, GraphTenant.GroupId(value)),
            "eeeu" => new(GraphGrantKind.Claim, tenant.EveryoneExceptExternalUsers),
            "claim" => new(GraphGrantKind.Claim, value),
            "claimgroup" => new(GraphGrantKind.Claim, $"c:0t.c|tenant|{GraphTenant.GroupId(value)}"),
            "claimowners" => new(GraphGrantKind.Claim, $"c:0o.c|federateddirectoryclaimprovider|{GraphTenant.GroupId(value)}_o"),
            "sitegroup" => new(GraphGrantKind.SiteGroup, value),
            "limited" => new(GraphGrantKind.User, GraphTenant.Person(value), "sp.Limited Access"),
            "custom" => new(GraphGrantKind.User, GraphTenant.Person(value), "sp.Our own level"),
            "expired" => new(GraphGrantKind.User, GraphTenant.Person(value)) { Expires = Past },
            "link" => new(GraphGrantKind.Link, "link") { LinkScope = value == "expired" ? "users" : value, Named = value is "users" or "expired" ? [GraphTenant.Person("dan")] : [], Expires = value == "expired" ? Past : null },
            _ => new(GraphGrantKind.Application, GraphIds.Guid("app")),
        };
    }
}
