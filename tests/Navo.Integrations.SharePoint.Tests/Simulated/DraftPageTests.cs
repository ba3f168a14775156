using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Pages that are not published: their permissions are those of any other page.</summary>
public sealed class DraftPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row039_a_draft_looks_absent_to_a_reader_through_every_door_and_is_there_for_the_service()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        (_, ContentId id, ContentId site) = Draft(sharePoint);
        AccessContext ben = SimulatedSharePoint.Reader("ben");
        Assert.Equal(ContentStatus.Draft, (await sharePoint.Client.GetMetadataAsync(id, AccessContext.Service, Token)).Status);
        Assert.Contains("Nobody knows yet.", (await sharePoint.Client.GetContentAsync(id, AccessContext.Service, Token)).Markdown, StringComparison.Ordinal);
        Assert.Contains(await sharePoint.Client.GetPagesAsync(site, AccessContext.Service, Token).ToListAsync(), listed => listed.Id == id && listed.IsDraft);

        await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.GetContentAsync(id, ben, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.GetMetadataAsync(id, ben, Token));
        Assert.DoesNotContain(await sharePoint.Client.GetPagesAsync(site, ben, Token).ToListAsync(), listed => listed.Id == id);
    }

    [Fact]
    public async Task Row039_a_page_that_is_published_is_read_by_those_who_may()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        (GraphPage page, ContentId id, ContentId site) = Draft(sharePoint);
        sharePoint.Tenant.Put(page with { IsDraft = false });
        AccessContext ben = SimulatedSharePoint.Reader("ben");
        Assert.Contains("Nobody knows yet.", (await sharePoint.Client.GetContentAsync(id, ben, Token)).Markdown, StringComparison.Ordinal);
        Assert.Contains(await sharePoint.Client.GetPagesAsync(site, ben, Token).ToListAsync(), listed => listed.Id == id);
    }

    private static (GraphPage Page, ContentId Id, ContentId Site) Draft(SimulatedSharePoint sharePoint)
    {
        GraphPage page = sharePoint.Tenant.AddPage(sharePoint.Tenant.Sites[sharePoint.Tenant.SiteId("engineering")], "Draft", "<p>Nobody knows yet.</p>") with { IsDraft = true };
        sharePoint.Tenant.Put(page);
        return (page, new($"sites/{page.SiteId}/pages/{page.Id}"), sharePoint.SiteIdOf("engineering"));
    }
}
