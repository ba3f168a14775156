using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Documents: bytes, metadata, versions, collaboration.</summary>
public sealed class DocumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bytes_come_from_the_second_host_without_credentials()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        await using DocumentDownload download = await sharePoint.Client.GetDocumentContentAsync(sharePoint.IdOf("Deployment process.md"), SimulatedSharePoint.Reader("ben"), Token);
        using StreamReader reader = new(download.Content);
        Assert.StartsWith("# Deployment process", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        Assert.Equal("Deployment process.md", download.FileName);
        Testing.Hosting.RecordedRequest bytes = Assert.Single(sharePoint.Simulator.Requests, request => request.PathAndQuery.StartsWith("/download/", StringComparison.Ordinal));
        Assert.False(bytes.HasCredentials);
        Assert.Equal(200, bytes.Status);
    }

    [Fact]
    public async Task The_rows_of_a_table_keep_the_cells_that_they_come_from()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem root = sharePoint.Tenant.AddLibrary(sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")], "Figures");
        sharePoint.Tenant.AddFile(root, "Berths.csv", "Harbour,Berths\nBergen,9\nLisbon,14\n");

        KnowledgeContent content = await sharePoint.Client.GetContentAsync(sharePoint.IdOf("Berths.csv"), AccessContext.Service, Token);

        ContentCells cells = Assert.Single(content.Cells);
        Assert.Equal((null, "A1:B3"), (cells.Sheet, cells.Range));
        Assert.Equal("| Harbour | Berths |\n| --- | --- |\n| Bergen | 9 |\n| Lisbon | 14 |", content.Markdown.Substring(cells.Start, cells.Length));
        Assert.Empty((await sharePoint.Client.GetContentAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token)).Cells);
    }

    [Fact]
    public async Task Row080_A_document_past_its_lifetime_is_fetched_again_only_if_it_has_changed_and_its_metadata_always()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time);
        GraphItem root = sharePoint.Tenant.AddLibrary(sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")], "Figures");
        sharePoint.Tenant.AddFile(root, "Berths.csv", "Harbour,Berths\nBergen,9\n");
        ContentId id = sharePoint.IdOf("Berths.csv");
        KnowledgeContent first = await ReadAsync();

        time.Advance(TimeSpan.FromMinutes(11));
        GraphItem file = sharePoint.Tenant.Find("Berths.csv");
        sharePoint.Tenant.Put(file with { RetentionLabel = "Keep 7 years" });
        KnowledgeContent same = await ReadAsync();
        Assert.Equal((first.Markdown, ResultOriginKind.Source, 1), (same.Markdown, same.Origin.Kind, Downloads()));
        Assert.Contains("Keep 7 years", same.Metadata.Labels);

        time.Advance(TimeSpan.FromMinutes(11));
        file = sharePoint.Tenant.Find("Berths.csv");
        sharePoint.Tenant.Put(file with { Versions = [.. file.Versions, file.Latest with { Bytes = [.. "Harbour,Berths\nBergen,10\n"u8] }] });
        Assert.Contains("| Bergen | 10 |", (await ReadAsync()).Markdown, StringComparison.Ordinal);
        Assert.Equal(2, Downloads());

        // Saved without a new version, as in a library without versions or while people edit together.
        time.Advance(TimeSpan.FromMinutes(11));
        file = sharePoint.Tenant.Find("Berths.csv");
        sharePoint.Tenant.Put(file with { Versions = [.. file.Versions[..^1], file.Latest with { Bytes = [.. "Harbour,Berths\nBergen,11\n"u8], Saved = time.GetUtcNow() }], Modified = time.GetUtcNow() });
        Assert.Contains("| Bergen | 11 |", (await ReadAsync()).Markdown, StringComparison.Ordinal);

        Task<KnowledgeContent> ReadAsync() => sharePoint.Client.GetContentAsync(id, AccessContext.Service, Token);

        int Downloads() => sharePoint.Simulator.Requests.Count(static request => request.PathAndQuery.StartsWith("/download/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_are_not_those_of_the_kept_hash_are_refused()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        DocumentDownload download = await sharePoint.Client.GetDocumentContentAsync(sharePoint.IdOf(file.Name), AccessContext.Service, Token);
        await download.DisposeAsync();
        byte[] other = [.. file.Latest.Bytes];
        other[5] ^= 1;
        sharePoint.Simulator.Faults.Add($"/items/{file.Id}?", Fault.Status(200, ItemJson(file)), times: 1);
        sharePoint.Tenant.Put(file with { Versions = [file.Latest with { Bytes = [.. other] }] });
        await using DocumentDownload changed = await sharePoint.Client.GetDocumentContentAsync(sharePoint.IdOf(file.Name), AccessContext.Service, Token);
        await Assert.ThrowsAsync<ProtocolException>(() => changed.Content.CopyToAsync(Stream.Null, Token));
    }

    [Fact]
    public async Task Row034_columns_content_type_and_labels_are_part_of_a_document()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        sharePoint.Tenant.Put(file with
        {
            Columns = file.Columns.Add("Status", "[\"Approved\",\"Final\"]").Add("Project", """{"LookupId":3,"LookupValue":"Gateway"}""").Add("ProjectLookupId", "3").Add("_DisplayName", "\"Confidential\""),
            RetentionLabel = "Keep 7 years",
            CheckedOutBy = GraphTenant.Person("cleo"),
        });
        SharePointItem document = await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal("Document", document.ContentType);
        Assert.Equal(["Status: Approved; Final", "Project: Gateway"], document.Columns.Select(column => $"{column.Name}: {column}"));
        Assert.Equal(("Confidential", "Keep 7 years", "Cleo"), (document.SensitivityLabel, document.RetentionLabel, document.CheckedOutBy!.DisplayName));
        ContentMetadata metadata = await sharePoint.Client.GetMetadataAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal(["Confidential", "Keep 7 years"], metadata.Labels);
        Assert.Equal("1.0", metadata.Version);
        Assert.Equal(ContentKind.Folder, Assert.Single(metadata.Ancestors).Kind);
    }

    [Fact]
    public async Task Row035_versions_are_listed_read_and_compared()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.Cache.Enabled = false);
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        sharePoint.Tenant.Save(file.Id, GraphTenant.Person("cleo"), "# Deployment process\n\nThe release manager deploys every release on Tuesday.\n");
        ContentId id = sharePoint.IdOf(file.Name);
        List<DocumentVersion> versions = await sharePoint.Client.TrackDocumentVersionsAsync(id, SimulatedSharePoint.Reader("ben"), Token).ToListAsync();
        Assert.Equal([("2.0", "Cleo", true), ("1.0", "Ada", false)], versions.Select(version => (version.VersionId, version.Author!.DisplayName!, version.IsNewest)));

        await using DocumentDownload first = await sharePoint.Client.GetDocumentVersionContentAsync(id, "1.0", SimulatedSharePoint.Reader("ben"), Token);
        using StreamReader reader = new(first.Content);
        Assert.Contains("Rollback", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);

        DocumentVersionDiff diff = await sharePoint.Client.CompareDocumentVersionsAsync(id, "1.0", "2.0", SimulatedSharePoint.Reader("ben"), Token);
        Assert.Contains(diff.Runs, run => run.Kind == DiffKind.Added && run.Lines.Any(line => line.Contains("Tuesday", StringComparison.Ordinal)));
        Assert.Contains(diff.Runs, run => run.Kind == DiffKind.Removed && run.Lines.Any(line => line.Contains("Rollback", StringComparison.Ordinal)));
        Assert.True(diff.IsComplete);
        await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.CompareDocumentVersionsAsync(id, "1.0", "9.0", AccessContext.Service, Token));
    }

    [Fact]
    public async Task Row035_versions_of_a_library_are_streamed()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Pricing.md");
        sharePoint.Tenant.Save(file.Id, GraphTenant.Person("cleo"), "# Pricing\n\nNew.\n");
        List<DocumentVersion> versions = await sharePoint.Client.TrackLibraryVersionsAsync(file.DriveId, AccessContext.Service, Token).ToListAsync();
        Assert.Equal(2, versions.Count);
    }

    [Fact]
    public async Task Row036_collaboration_tells_links_access_authors_and_use()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        DateTimeOffset end = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        sharePoint.Tenant.Share(
            file.Id,
            new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ada"), "owner"),
            new GraphGrant(GraphGrantKind.Link, "link", "write") { LinkScope = "users", Named = [GraphTenant.Person("dan")], Expires = end },
            new GraphGrant(GraphGrantKind.Link, "link") { LinkScope = "organization" });
        sharePoint.Tenant.Save(file.Id, GraphTenant.Person("cleo"), "# New");
        CollaborationData data = await sharePoint.Client.GetCollaborationDataAsync(sharePoint.IdOf(file.Name), AccessContext.Service, Token);
        Assert.Equal([("users", "edit", end, "Dan"), ("organization", "view", null, null)], data.Links.Select(link => (link.LinkScope!, link.LinkType!, link.Expires, link.Names.FirstOrDefault())));
        Assert.True(Assert.Single(data.Access).IsOwner);
        Assert.Equal(["Cleo", "Ada"], data.CoAuthors.Select(person => person.DisplayName));
        Assert.Equal(2, data.AllTime!.Edits);
        Assert.NotEmpty(data.Daily);
        Assert.Empty(data.Losses);
        await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.GetCollaborationDataAsync(sharePoint.IdOf(file.Name), SimulatedSharePoint.Reader("ada"), Token));
    }

    [Fact]
    public async Task Row036_figures_that_may_not_be_read_are_named_as_missing()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        sharePoint.Simulator.Faults.Add("/analytics/", Fault.Status(403, """{"error":{"code":"accessDenied","message":"No licence."}}"""), times: int.MaxValue);
        CollaborationData data = await sharePoint.Client.GetCollaborationDataAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token);
        Assert.Null(data.AllTime);
        Assert.Equal(["analytics:all-time", "analytics:last-seven-days"], data.Losses.Select(loss => loss.Element));
    }

    [Fact]
    public async Task Row058_site_permissions_part_owners_from_members_and_name_whom_nobody_can_resolve()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        GraphSite site = sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")];
        sharePoint.Tenant.Put(site with { Grants = site.Grants.Add(new GraphGrant(GraphGrantKind.SiteGroup, "6", "write")).Add(new GraphGrant(GraphGrantKind.Application, sharePoint.Simulator.ClientId)) });
        SitePermissions permissions = await sharePoint.Client.GetSitePermissionsAsync(sharePoint.SiteIdOf("engineering"), AccessContext.Service, Token);
        Assert.Equal("group:entra:" + GraphTenant.GroupId("platform"), Assert.Single(permissions.Owners).Principals[0].ToString());
        Assert.Contains(permissions.Members, grant => grant.Principals.Any(p => p.Id.Value == "everyone-except-external-users"));
        Assert.Equal($"{site.Id}/6", Assert.Single(permissions.Unresolved).Id.Value);
        Assert.Single(permissions.Applications!);
    }

    private static string ItemJson(GraphItem file) => $$"""
        {"id":"{{file.Id}}","name":"{{file.Name}}","size":{{file.Latest.Bytes.Length}},
         "file":{"hashes":{"quickXorHash":"AAAAAAAAAAAAAAAAAAAAAAAAAAA="} } }
        """;
}
