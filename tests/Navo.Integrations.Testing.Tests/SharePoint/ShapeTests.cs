using System.Globalization;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class ShapeTests
{
    private static readonly CompositeFormat Interval = CompositeFormat.Parse("{0}/getActivitiesByInterval(startDateTime='2020-01-01',endDateTime='2027-01-01',interval='day')");

    /// <summary>What the service gives beyond its description: identities are open.</summary>
    private static readonly string[] Beyond = [".user.email is unknown", "drive.owner.group is unknown"];

    [Theory]
    [InlineData("site", "sites/{site}")]
    [InlineData("site", "sites/getAllSites")]
    [InlineData("site", "sites/delta")]
    [InlineData("drive", "sites/{site}/drives")]
    [InlineData("drive", "drives/{drive}")]
    [InlineData("drive", "users/{user}/drives")]
    [InlineData("driveItem", "drives/{drive}/root")]
    [InlineData("driveItem", "{file}?$expand=listItem($expand=fields)")]
    [InlineData("driveItem", "drives/{drive}/root/children")]
    [InlineData("driveItem", "drives/{drive}/root/delta")]
    [InlineData("listItem", "{file}/listItem?$expand=fields")]
    [InlineData("driveItemVersion", "{file}/versions")]
    [InlineData("permission", "{file}/permissions")]
    [InlineData("permission", "sites/{site}/permissions")]
    [InlineData("itemRetentionLabel", "{file}/retentionLabel")]
    [InlineData("itemAnalytics", "{file}/analytics")]
    [InlineData("itemActivityStat", "{file}/analytics/allTime")]
    [InlineData("itemActivityStat", "{interval}")]
    [InlineData("list", "sites/{site}/lists")]
    [InlineData("columnDefinition", "sites/{site}/lists/{list}/columns")]
    [InlineData("listItem", "sites/{site}/lists/{list}/items?$expand=fields")]
    [InlineData("listItem", "sites/{site}/lists/{list}/items/delta?$expand=fields")]
    [InlineData("sitePage", "sites/{site}/pages/microsoft.graph.sitePage")]
    [InlineData("sitePage", "sites/{site}/pages/{page}/microsoft.graph.sitePage?$expand=canvasLayout")]
    [InlineData("user", "users?$select=id,displayName,userPrincipalName,mail,userType,accountEnabled,externalUserState")]
    [InlineData("group", "groups")]
    [InlineData("team", "teams")]
    [InlineData("channel", "teams/{team}/allChannels")]
    [InlineData("driveItem", "teams/{team}/channels/19:general@thread.tacv2/filesFolder")]
    public async Task T01_Answers_have_the_shape_that_the_vendor_describes(string type, string form)
    {
        GraphDescription? description = GraphDescription.Find();
        Assert.SkipWhen(description is null, "The vendor's description (shared/specs beside the repository) is absent.");
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement answer = await world.GetAsync(Prepare(world, form));
        JsonElement[] entities = answer.TryGetProperty("value", out JsonElement list) ? [.. list.EnumerateArray()] : [answer];

        Assert.NotEmpty(entities);
        Assert.Empty(entities.SelectMany(e => description.Violations(type, e)).Where(v => !Beyond.Any(v.EndsWith)).Distinct());
    }

    private static string Prepare(GraphWorld world, string form)
    {
        string site = world.Tenant.SiteId("engineering");
        GraphItem file = world.Tenant.Find("Deployment process.md");
        world.Tenant.Put(file with { RetentionLabel = "Keep", CheckedOutBy = GraphTenant.Person("ben") });
        world.Tenant.Share(
            file.Id,
            new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ben"), "write"),
            new GraphGrant(GraphGrantKind.Group, GraphTenant.GroupId("hr")),
            new GraphGrant(GraphGrantKind.SiteGroup, "5"),
            new GraphGrant(GraphGrantKind.Claim, world.Tenant.EveryoneExceptExternalUsers),
            new GraphGrant(GraphGrantKind.Link, "link") { LinkScope = "users", Named = [GraphTenant.Person("gus")], Expires = world.Time.GetUtcNow().AddDays(1) });
        GraphSite engineering = world.Tenant.Sites[site];
        world.Tenant.Put(engineering with { Grants = engineering.Grants.Add(new(GraphGrantKind.Application, world.Simulator.ClientId)) });
        GraphItem own = world.Tenant.AddSite("ben", "/personal/ben", new GraphGrant(GraphGrantKind.User, GraphTenant.Person("ben"), "owner"));
        world.Tenant.Put(world.Tenant.Drives[own.DriveId] with { OwnerId = GraphTenant.Person("ben") });
        return form
            .Replace("{site}", site, StringComparison.Ordinal)
            .Replace("{drive}", file.DriveId, StringComparison.Ordinal)
            .Replace("{interval}", string.Format(CultureInfo.InvariantCulture, Interval, world.PathOf(file)), StringComparison.Ordinal)
            .Replace("{file}", world.PathOf(file), StringComparison.Ordinal)
            .Replace("{user}", GraphTenant.Person("ben"), StringComparison.Ordinal)
            .Replace("{list}", GraphIds.Guid("list risks"), StringComparison.Ordinal)
            .Replace("{page}", GraphIds.Guid("page welcome"), StringComparison.Ordinal)
            .Replace("{team}", GraphTenant.GroupId("engineering"), StringComparison.Ordinal);
    }
}
