using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Who listed what, as the audit trail tells it.</summary>
public sealed class AuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("get_list_items")]
    [InlineData("get_pages")]
    [InlineData("get_children")]
    [InlineData("get_library_items")]
    public async Task Row084_a_list_is_on_record_under_its_reader_with_the_place_that_was_listed(string operation)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        ISharePointClient client = sharePoint.Client;
        ContentId site = sharePoint.SiteIdOf("engineering");
        AccessContext eve = SimulatedSharePoint.Reader("eve");
        string list = (await client.GetListsAsync(site, AccessContext.Service, Token).ToListAsync()).Single(found => found.Title == "Risks").ListId;
        string library = sharePoint.Tenant.Find("Board").DriveId;
        string place = operation switch
        {
            "get_list_items" => await ListedAsync(client.GetListItemsAsync(site, list, eve, Token), $"{site}/lists/{list}"),
            "get_pages" => await ListedAsync(client.GetPagesAsync(site, eve, Token), site.Value),
            "get_children" => await ListedAsync(client.GetChildrenAsync(sharePoint.IdOf("Board"), eve, Token), sharePoint.IdOf("Board").Value),
            _ => await ListedAsync(client.GetLibraryItemsAsync(library, eve, Token), library),
        };

        AuditRecord record = Assert.Single(sharePoint.Output.AuditRecords, record => record.Operation == operation);
        Assert.Equal((eve.Key, place, AuditOutcome.Success), (record.Reader, record.ItemId, record.Outcome));
        Assert.DoesNotContain(sharePoint.Simulator.Requests, request => request.AccountId == GraphTenant.Person("eve"));
    }

    [Fact]
    public async Task Row084_a_folder_that_the_reader_is_denied_leaves_a_record()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        ContentId folder = sharePoint.IdOf("Board");
        sharePoint.Tenant.Share(sharePoint.Tenant.Find("Board").Id, new GraphGrant(GraphGrantKind.User, GraphTenant.Person("eve")));
        AccessContext ben = SimulatedSharePoint.Reader("ben");

        NotFoundException refused = await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.GetChildrenAsync(folder, ben, Token).ToListAsync());

        Assert.Equal(("get_children", folder.Value), (refused.Operation, refused.ItemId));
        AuditRecord record = Assert.Single(sharePoint.Output.AuditRecords, record => record.Operation == "get_children");
        Assert.Equal((ben.Key, folder.Value, AuditOutcome.Denied, PermissionOutcome.Deny), (record.Reader, record.ItemId, record.Outcome, record.Decision));
    }

    private static async Task<string> ListedAsync<T>(IAsyncEnumerable<T> items, string place)
    {
        Assert.NotEmpty(await items.ToListAsync());
        return place;
    }
}
