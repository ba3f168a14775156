using System.Text;
using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class BelievableTenantTests
{
    [Fact]
    public async Task It_has_more_than_300_files_of_several_formats()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem[] files = [.. world.Tenant.Items.Values.Where(i => !i.IsFolder)];

        Assert.InRange(files.Length, 301, 1000);
        Assert.Equal([".csv", ".docx", ".html", ".json", ".md", ".txt"], files.Select(f => Path.GetExtension(f.Name)).Distinct().Order());
    }

    [Fact]
    public async Task It_is_the_same_each_time()
    {
        await using GraphWorld one = await GraphWorld.StartAsync();
        await using GraphWorld other = await GraphWorld.StartAsync();

        Assert.Equal(Text(one), Text(other));

        static string Text(GraphWorld world) => string.Join('\n', world.Tenant.Items.Values.Where(i => !i.IsFolder).OrderBy(i => i.Id).Select(i => $"{i.Id} {i.Name} {i.Modified:O} {Convert.ToBase64String(i.Latest.Bytes.AsSpan())}"));
    }

    [Fact]
    public async Task A_Word_file_is_found_by_its_words()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        const string Query = """{"requests":[{"entityTypes":["driveItem"],"query":{"queryString":"holiday filetype:docx"},"region":"NAM"}]}""";
        JsonElement hits = (await world.PostAsync("search/query", Query)).Body.GetProperty("value")[0].GetProperty("hitsContainers")[0].GetProperty("hits");

        Assert.Equal("Employee handbook.docx", Assert.Single(hits.EnumerateArray()).GetProperty("resource").GetProperty("name").GetString());
        Assert.StartsWith("PK", Encoding.Latin1.GetString(world.Tenant.Find("Employee handbook.docx").Latest.Bytes.AsSpan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_has_a_drive_that_nobody_else_sees()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string path = $"users/{GraphTenant.Person("ada")}/drive";
        GraphItem root = world.Tenant.AddSite("ada", "/personal/ada_contoso_example", new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ada"), "owner"));
        world.Tenant.Put(world.Tenant.Drives[root.DriveId] with { OwnerId = GraphTenant.Person("ada") });
        world.Tenant.AddFile(root, "Talk draft.md", "Nobody has seen this yet.");
        world.SignIn("ada");
        Assert.Equal(["Talk draft.md"], await world.ListAsync("me/drive/root/children"));
        Assert.Equal("business", (await world.GetAsync(path)).GetProperty("driveType").GetString());
        world.SignIn("ben");
        Assert.Equal(404, (await world.SendAsync(path)).Status);
    }

    [Fact]
    public async Task Links_mean_whom_they_mean()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string ben = GraphTenant.Person("ben");
        string dan = GraphTenant.Person("dan");
        string company = world.Tenant.Find("Shared with the organization.txt").Id;
        string named = world.Tenant.Find("Shared for a week.txt").Id;

        Assert.Equal((false, true), (world.Tenant.MayRead(ben, company), world.Tenant.MayRead(ben, company, organizationLinks: true)));
        Assert.False(world.Tenant.MayRead(GraphTenant.Person("gus"), company, organizationLinks: true));
        Assert.Equal((true, false), (world.Tenant.MayRead(dan, named), world.Tenant.MayRead(ben, named)));
        world.Time.Advance(TimeSpan.FromDays(7));
        Assert.False(world.Tenant.MayRead(dan, named));
    }

    [Fact]
    public async Task A_site_lists_what_lies_below_it()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(["Archive"], await world.ListAsync($"sites/{world.Tenant.SiteId("documentation")}/sites", "displayName"));
        Assert.Equal("Archive", (await world.GetAsync("sites/contoso.sharepoint.com:/sites/documentation/archive")).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Row044_Channels_show_to_their_members_and_lead_to_their_files()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string team = $"teams/{GraphTenant.GroupId("engineering")}";
        JsonElement folder = await world.GetAsync($"{team}/channels/19:secret@thread.tacv2/filesFolder");

        Assert.Equal(world.Tenant.Find("Pricing.md").DriveId, folder.GetProperty("parentReference").GetProperty("driveId").GetString());
        Assert.Equal(["Ada", "Cleo"], await world.ListAsync($"{team}/channels/19:secret@thread.tacv2/members", "displayName"));
        Assert.Equal(["General", "Secret", "Partners"], await world.ListAsync($"{team}/allChannels", "displayName"));
        world.SignIn("ben");
        Assert.Equal(["General"], await world.ListAsync($"{team}/channels", "displayName"));
        Assert.Equal(404, (await world.SendAsync($"{team}/channels/19:secret@thread.tacv2")).Status);
        Assert.Equal(["Launch"], await world.ListAsync("me/joinedTeams", "displayName"));
    }

    [Fact]
    public async Task Items_of_a_list_and_pages_are_kept_from_whom_they_are_not_for()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string site = $"sites/{world.Tenant.SiteId("engineering")}";
        string items = $"{site}/lists/{GraphIds.Guid("list risks")}/items";
        JsonElement fields = await world.GetAsync($"{items}/1/fields");

        Assert.Equal("Gateway", fields.GetProperty("Project").GetProperty("LookupValue").GetString());
        Assert.Equal(["1", "2"], await world.ListAsync(items, "id"));
        world.SignIn("ben");
        Assert.Equal(["1"], await world.ListAsync(items, "id"));
        Assert.Equal(404, (await world.SendAsync($"{items}/2")).Status);
        Assert.Equal(["Welcome"], await world.ListAsync($"{site}/pages", "title"));
        JsonElement page = await world.GetAsync($"{site}/pages/{GraphIds.Guid("page welcome")}/microsoft.graph.sitePage?$expand=canvasLayout");
        Assert.Equal(2, page.GetProperty("canvasLayout").GetProperty("horizontalSections")[0].GetProperty("columns").GetArrayLength());
    }

    [Fact]
    public async Task A_library_is_a_list_and_a_list_of_documents_is_a_library()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphDrive drive = world.Tenant.Drives[world.Tenant.Find("Board").DriveId];
        Assert.Equal(drive.ListId, (await world.GetAsync($"drives/{drive.Id}/list")).GetProperty("id").GetString());
        Assert.Equal(drive.Id, (await world.GetAsync($"sites/{drive.SiteId}/lists/{drive.ListId}/drive")).GetProperty("id").GetString());
        Assert.Equal(404, (await world.SendAsync($"sites/{drive.SiteId}/lists/{GraphIds.Guid("list risks")}/drive")).Status);
    }
}
