using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Sites, libraries, folders, lists, pages and Teams: to the end and within the boundary.</summary>
public sealed class TraversalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row030_without_a_boundary_every_site_is_listed_and_marked()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(simulator: new() { MaxPageSize = 2 });
        sharePoint.Tenant.AddSite("ada-onedrive", "/personal/ada_contoso_example");
        sharePoint.Tenant.AddSite("loop", "/contentstorage/CSP_1");
        List<SharePointSite> sites = await sharePoint.Client.GetSitesAsync(AccessContext.Service, Token).ToListAsync();
        Assert.Equal(sharePoint.Tenant.Sites.Count, sites.Count);
        Assert.Equal(SharePointSiteKind.TeamSite, sites.Single(site => site.Title == "Procedures").Kind);
        Assert.Equal(SharePointSiteKind.Personal, sites.Single(site => site.WebAddress.AbsolutePath.StartsWith("/personal/", StringComparison.Ordinal)).Kind);
        Assert.Equal(SharePointSiteKind.Container, sites.Single(site => site.WebAddress.AbsolutePath.StartsWith("/contentstorage/", StringComparison.Ordinal)).Kind);
    }

    [Fact]
    public async Task Row014_configured_sites_are_listed_without_asking_for_all_and_with_what_lies_below()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.Sites = ["https://contoso.sharepoint.com/sites/engineering", "/teams/procedures"]);
        GraphSite parent = sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")];
        sharePoint.Tenant.Put(new GraphSite(GraphIds.Site("contoso.sharepoint.com", "engineering", "tools"), $"{parent.WebUrl}/tools", "Tools") { ParentId = parent.Id });
        List<SharePointSite> sites = await sharePoint.Client.GetSitesAsync(AccessContext.Service, Token).ToListAsync();
        Assert.Equal(["Engineering", "Tools", "Procedures"], sites.Select(site => site.Title));
        Assert.DoesNotContain(sharePoint.Simulator.Requests, request => request.PathAndQuery.Contains("getAllSites", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row014_with_selected_sites_health_says_what_is_missing()
    {
        GraphTenant tenant = GraphTenant.CreateBelievable();
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(
            configure: (_, o) => o.Sites = ["https://contoso.sharepoint.com/sites/engineering"],
            simulator: new() { Tenant = tenant, SelectedSites = [tenant.SiteId("engineering")] });
        IntegrationHealth health = await sharePoint.Client.CheckHealthAsync(Token);
        Assert.Equal(HealthState.Degraded, health.Status);
        Assert.Equal(HealthState.Healthy, health.Features.Single(f => f.Name.StartsWith("site ", StringComparison.Ordinal)).Status);
        Assert.Contains("Sites.Selected", health.Features.Single(f => f.Name == "search").Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(await sharePoint.Client.GetLibrariesAsync(sharePoint.SiteIdOf("engineering"), AccessContext.Service, Token).ToListAsync());
        await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.GetLibrariesAsync(sharePoint.SiteIdOf("procedures"), AccessContext.Service, Token).ToListAsync());
    }

    [Fact]
    public async Task Row031_libraries_are_known_by_id_and_names_with_marks_do_no_harm()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphSite site = sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")];
        GraphItem root = sharePoint.Tenant.AddLibrary(site, "Geteilte Dokumente");
        sharePoint.Tenant.AddFile(root, "Größe #2 100%.txt", "Die Größe.");
        SharePointLibrary library = (await sharePoint.Client.GetLibrariesAsync(sharePoint.SiteIdOf("engineering"), AccessContext.Service, Token).ToListAsync()).Single(l => l.Title == "Geteilte Dokumente");
        SharePointItem file = Assert.Single(await sharePoint.Client.GetLibraryItemsAsync(library.LibraryId, AccessContext.Service, Token).ToListAsync());
        Assert.Equal("Größe #2 100%.txt", file.Name);
        Assert.Equal("Die Größe.", (await sharePoint.Client.GetDocumentTextAsync(file.Id, AccessContext.Service, Token)).Outcome.PlainText.Trim());
    }

    [Fact]
    public async Task Row030_a_library_is_read_to_its_end_with_paths_and_without_what_the_reader_may_not_see()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(simulator: new() { MaxPageSize = 7 });
        string library = sharePoint.Tenant.Drives.Values.Single(drive => drive.SiteId == sharePoint.Tenant.SiteId("engineering")).Id;
        GraphItem[] present = [.. sharePoint.Tenant.Items.Values.Where(item => item.DriveId == library && item.ParentId is not null)];
        List<SharePointItem> all = await sharePoint.Client.GetLibraryItemsAsync(library, AccessContext.Service, Token).ToListAsync();
        Assert.Equal(present.Select(item => item.Name).Order(StringComparer.Ordinal), all.Select(item => item.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Board", all.Single(item => item.Name == "Strategy.md").FolderPath);
        Assert.All(all.Where(item => item.Kind == SharePointItemKind.Folder), item => Assert.Equal(string.Empty, item.FolderPath));

        List<SharePointItem> seen = await sharePoint.Client.GetLibraryItemsAsync(library, SimulatedSharePoint.Reader("ben"), Token).ToListAsync();
        Assert.Equal(
            present.Where(item => sharePoint.Tenant.MayRead(GraphTenant.Person("ben"), item.Id)).Select(item => item.Name).Order(StringComparer.Ordinal),
            seen.Select(item => item.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row038_what_is_below_a_renamed_folder_keeps_its_id_and_has_the_new_path()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        string library = sharePoint.Tenant.Drives.Values.Single(drive => drive.SiteId == sharePoint.Tenant.SiteId("engineering")).Id;
        SharePointItem before = await FileAsync();
        GraphItem board = sharePoint.Tenant.Items.Values.Single(item => item.Name == "Board");
        sharePoint.Tenant.Put(board with { Name = "Supervisory board" });

        SharePointItem after = await FileAsync();

        Assert.Equal(("Board", "Supervisory board", before.Id), (before.FolderPath, after.FolderPath, after.Id));

        async Task<SharePointItem> FileAsync() =>
            (await sharePoint.Client.GetLibraryItemsAsync(library, AccessContext.Service, Token).ToListAsync()).Single(item => item.Name == "Strategy.md");
    }

    [Fact]
    public async Task Row030_children_of_a_folder_are_listed_behind_its_gate()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        Assert.Equal("Strategy.md", Assert.Single(await sharePoint.Client.GetChildrenAsync(sharePoint.IdOf("Board"), SimulatedSharePoint.Reader("eve"), Token).ToListAsync()).Name);
        await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.GetChildrenAsync(sharePoint.IdOf("Board"), SimulatedSharePoint.Reader("ben"), Token).ToListAsync());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    public async Task Row030_a_list_whose_checks_go_unanswered_fails_instead_of_looking_empty(int status)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => (o.Http.MaxRetryAttempts, o.Http.BreakerMinimumThroughput) = (0, 1000));
        GraphItem strategy = sharePoint.Tenant.Find("Strategy.md");
        ContentId board = sharePoint.IdOf("Board");
        await sharePoint.Client.CheckPermissionsAsync(board, SimulatedSharePoint.Reader("eve"), Token);
        sharePoint.Simulator.Faults.Add("/permissions", Fault.Status(status), times: int.MaxValue);
        sharePoint.Simulator.Faults.Add("/$batch", Fault.Status(status), times: int.MaxValue);

        IntegrationException children = await Assert.ThrowsAnyAsync<IntegrationException>(() => sharePoint.Client.GetChildrenAsync(board, SimulatedSharePoint.Reader("eve"), Token).ToListAsync());
        IntegrationException library = await Assert.ThrowsAnyAsync<IntegrationException>(() => sharePoint.Client.GetLibraryItemsAsync(strategy.DriveId, SimulatedSharePoint.Reader("ben"), Token).ToListAsync());

        Assert.All([children, library], failure => Assert.IsType(status == 503 ? typeof(UnavailableException) : typeof(AuthenticationException), failure));
        Assert.Equal(("get_children", board.Value), (children.Operation, children.ItemId));
        Assert.Equal(("get_library_items", strategy.DriveId), (library.Operation, library.ItemId)); // not a child that the reader may not know of
        Assert.NotEmpty(await sharePoint.Client.GetChildrenAsync(board, AccessContext.Service, Token).ToListAsync());
    }

    [Fact]
    public async Task Row030_what_can_never_be_checked_is_left_out_of_a_list_as_before()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem strategy = sharePoint.Tenant.Find("Strategy.md");
        sharePoint.Simulator.Faults.Add($"/{strategy.Id}/permissions", Fault.Status(403), times: int.MaxValue);
        Assert.Empty(await sharePoint.Client.GetChildrenAsync(sharePoint.IdOf("Board"), SimulatedSharePoint.Reader("eve"), Token).ToListAsync());
    }

    [Fact]
    public async Task Row033_list_items_come_with_their_columns_rendered()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        SharePointList risks = (await sharePoint.Client.GetListsAsync(sharePoint.SiteIdOf("engineering"), AccessContext.Service, Token).ToListAsync()).Single(list => list.Title == "Risks");
        List<SharePointListItem> items = await sharePoint.Client.GetListItemsAsync(sharePoint.SiteIdOf("engineering"), risks.ListId, SimulatedSharePoint.Reader("ben"), Token).ToListAsync();
        SharePointListItem item = Assert.Single(items);
        Assert.Equal(["Title=The queue is full", "State=Open", "Project=Gateway", "Owner=Ada", "Topic=Release"], item.Columns.Select(column => $"{column.Title}={column}"));
        Assert.Equal(ColumnKind.Term, item.Columns[^1].Kind);
        Assert.True(item.HasAttachments);

        KnowledgeContent content = await sharePoint.Client.GetContentAsync(item.Id, SimulatedSharePoint.Reader("ben"), Token);
        Assert.Contains("Gateway", content.PlainText, StringComparison.Ordinal);
        Assert.Contains(content.Losses, loss => loss.Element == "list-item:attachments");
    }

    [Fact]
    public async Task Row032_a_page_is_read_in_the_order_of_its_canvas()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        SharePointPage page = Assert.Single(await sharePoint.Client.GetPagesAsync(sharePoint.SiteIdOf("engineering"), SimulatedSharePoint.Reader("ben"), Token).ToListAsync());
        KnowledgeContent content = await sharePoint.Client.GetContentAsync(page.Id, SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal(
            "# Welcome\n\n## Start here\n\nRead the **handbook**.\n\nLinks\n\nRunbook\n\n<https://contoso.sharepoint.com/sites/engineering/runbook>\n\nBeside the rest.",
            content.Markdown.Replace("[https://contoso.sharepoint.com/sites/engineering/runbook](https://contoso.sharepoint.com/sites/engineering/runbook)", "<https://contoso.sharepoint.com/sites/engineering/runbook>", StringComparison.Ordinal).Trim());
        Assert.Equal("https://contoso.sharepoint.com/sites/engineering/SitePages/Welcome.aspx", content.Metadata.WebAddress!.AbsoluteUri);
        PermissionDecision guest = await sharePoint.Client.CheckPermissionsAsync(page.Id, SimulatedSharePoint.Reader("gus"), Token);
        Assert.Equal(PermissionOutcome.Deny, guest.Outcome);
    }

    [Fact]
    public async Task Row044_channels_lead_to_their_own_files_and_members()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        TeamsTeam team = Assert.Single(await sharePoint.Client.GetTeamsAsync(new(PrincipalSchemes.EntraObject, GraphTenant.Person("cleo")), AccessContext.Service, Token).ToListAsync());
        List<TeamsChannel> channels = await sharePoint.Client.GetChannelsAsync(team.TeamId, AccessContext.Service, Token).ToListAsync();
        Assert.Equal([TeamsChannelKind.Standard, TeamsChannelKind.Private, TeamsChannelKind.Shared], channels.Select(channel => channel.Kind));
        SharePointItem secret = await sharePoint.Client.GetChannelFolderAsync(channels[1], SimulatedSharePoint.Reader("cleo"), Token);
        Assert.Equal("Pricing.md", Assert.Single(await sharePoint.Client.GetChildrenAsync(secret.Id, SimulatedSharePoint.Reader("cleo"), Token).ToListAsync()).Name);
        await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.GetChannelFolderAsync(channels[1], SimulatedSharePoint.Reader("ben"), Token));
        List<ChannelMember> members = await sharePoint.Client.GetChannelMembersAsync(channels[2], AccessContext.Service, Token).ToListAsync();
        Assert.Equal([("Ada", true, false), ("Gus", false, true)], members.Select(member => (member.Person.DisplayName!, member.IsOwner, member.IsGuest)));
    }

    [Fact]
    public async Task Row037_a_onedrive_is_a_library_like_others()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem root = sharePoint.Tenant.AddSite("ada-onedrive", "/personal/ada_contoso_example", new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ada"), "owner"));
        sharePoint.Tenant.Put(sharePoint.Tenant.Drives[root.DriveId] with { OwnerId = GraphTenant.Person("ada") });
        sharePoint.Tenant.AddFile(root, "Diary.txt", "Mine.");
        SharePointLibrary drive = await sharePoint.Client.GetOneDriveAsync(new(PrincipalSchemes.UserPrincipalName, "ada@contoso.example"), AccessContext.Service, Token);
        Assert.True(drive.IsOneDrive);
        Assert.Single(await sharePoint.Client.GetLibraryItemsAsync(drive.LibraryId, SimulatedSharePoint.Reader("ada"), Token).ToListAsync());
        Assert.Empty(await sharePoint.Client.GetLibraryItemsAsync(drive.LibraryId, SimulatedSharePoint.Reader("ben"), Token).ToListAsync());
    }
}
