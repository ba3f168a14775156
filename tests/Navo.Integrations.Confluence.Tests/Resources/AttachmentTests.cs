using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class AttachmentTests
{
    private const string Restricted = "Probation reviews (leads only)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, null)]
    [InlineData(ConfluenceEdition.CloudGateway, 7)]
    [InlineData(ConfluenceEdition.DataCenter, null)]
    [InlineData(ConfluenceEdition.DataCenter, 7)]
    public async Task Row019_all_attachments_are_listed_with_what_is_known_about_them(ConfluenceEdition edition, int? maxPageSize)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: maxPageSize);
        SimulatedContent[] files = [.. Enumerable.Range(0, 120).Select(i => Attach(confluence, 9100 + i, $"plan {i}.csv", "a;b"))];

        List<ContentAttachment> attachments = await confluence.Client.GetAttachmentsAsync(confluence.IdOf(Restricted), confluence.Reader("ada"), Token).ToListAsync();

        Assert.Equal(files.Select(f => f.Title), attachments.Select(a => a.FileName));
        ContentAttachment first = attachments[0];
        Assert.Equal(("att9100", "plan 0.csv", "text/csv", 3L, 2), (first.Id.Value, first.SafeFileName, first.MediaType, first.Size, first.Version));
        Assert.Equal((files[0].Versions[0].When, files[0].Latest.When, "As agreed"), (first.Created, first.Modified, first.Comment));
        Assert.Equal(confluence.Person("ben").DisplayName, first.Author?.DisplayName);
        Assert.NotNull(first.WebAddress);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_a_server_that_repeats_items_across_pages_gives_each_attachment_once(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: 4);
        confluence.Simulator.Quirks.RepeatsItemsAcrossPages = true;
        for (int i = 0; i < 10; i++)
        {
            Attach(confluence, 9100 + i, $"plan {i}.csv", "a");
        }

        List<ContentAttachment> attachments = await confluence.Client.GetAttachmentsAsync(confluence.IdOf(Restricted), AccessContext.Service, Token).ToListAsync();

        Assert.Equal(10, attachments.Count);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_a_download_gives_the_bytes_and_no_credential_leaves_the_source(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        string text = new('x', 300_000);
        Attach(confluence, 9100, "räport & co.csv", text);

        await using AttachmentDownload download = await confluence.Client.DownloadAttachmentAsync(new("att9100"), confluence.Reader("ada"), Token);
        using StreamReader reader = new(download.Content, Encoding.UTF8);

        Assert.Equal(text, await reader.ReadToEndAsync(Token));
        Assert.Equal((300_000L, "text/csv", "räport & co.csv"), (download.Length, download.MediaType, download.FileName));
        Assert.All(confluence.Simulator.Requests.Where(r => r.PathAndQuery.StartsWith("/_media", StringComparison.Ordinal)), r => Assert.False(r.HasCredentials));
        Assert.DoesNotContain("token=", confluence.Output.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_who_may_not_see_the_page_sees_neither_its_attachments_nor_their_bytes(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        Attach(confluence, 9100, "salaries.csv", "a;b");
        AccessContext ben = confluence.Reader("ben");

        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetAttachmentsAsync(confluence.IdOf(Restricted), ben, Token).ToListAsync());
        NotFoundException denied = await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.DownloadAttachmentAsync(new("att9100"), ben, Token));
        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.DownloadAttachmentAsync(new("att9999"), ben, Token));

        Assert.Equal(absent.Message.Replace("9999", "9100", StringComparison.Ordinal), denied.Message);
        Assert.Equal((absent.StatusCode, absent.ErrorCode), (denied.StatusCode, denied.ErrorCode));
        Assert.DoesNotContain(confluence.Simulator.Requests, r => r.PathAndQuery.Contains("/download", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_an_attachment_outside_the_configured_spaces_looks_absent(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["DOCS"]);
        Attach(confluence, 9100, "salaries.csv", "a;b");
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.DownloadAttachmentAsync(new("att9100"), reader, Token));
        }
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_an_attachment_within_the_configured_spaces_is_given_to_who_may_see_its_page(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["ENG", "DOCS", "RUNBOOKS", "ONBOARDING"]);
        Attach(confluence, 9100, "plan.csv", "a;b");
        await using AttachmentDownload download = await confluence.Client.DownloadAttachmentAsync(new("att9100"), confluence.Reader("ada"), Token);
        Assert.Equal(3, download.Length);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, "page", typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.Cloud, "att999", typeof(NotFoundException))]
    [InlineData(ConfluenceEdition.Cloud, "att1/../../x", typeof(NotFoundException))]
    [InlineData(ConfluenceEdition.DataCenter, "page", typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.DataCenter, "att999", typeof(NotFoundException))]
    [InlineData(ConfluenceEdition.DataCenter, "att1/../../x", typeof(NotFoundException))]
    public async Task Row019_an_id_that_is_no_attachment_has_a_named_outcome(ConfluenceEdition edition, string id, Type expected)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        ContentId asked = id == "page" ? confluence.IdOf(Restricted) : new(id);
        await Assert.ThrowsAsync(expected, () => confluence.Client.DownloadAttachmentAsync(asked, AccessContext.Service, Token));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row019_an_attachment_above_the_limit_is_refused_before_its_bytes_are_asked_for(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.MaxAttachmentBytes = 2);
        Attach(confluence, 9100, "plan.csv", "a;b");

        ProtocolException refused = await Assert.ThrowsAsync<ProtocolException>(() => confluence.Client.DownloadAttachmentAsync(new("att9100"), AccessContext.Service, Token));

        Assert.Contains(nameof(ConfluenceOptions.MaxAttachmentBytes), refused.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain(confluence.Simulator.Requests, r => r.PathAndQuery.Contains("/download", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row019_data_center_says_that_it_does_not_list_the_attachments_of_an_archived_page()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter);
        Attach(confluence, 9100, "plan.csv", "a;b");
        confluence.Simulator.Site.Put(confluence.Content(Restricted) with { Status = "archived" });

        InvalidQueryException refused = await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetAttachmentsAsync(confluence.IdOf(Restricted), confluence.Reader("ada"), Token).ToListAsync());

        Assert.Contains("Archived", refused.Message, StringComparison.Ordinal);
        Assert.Contains((await confluence.Client.GetContentAsync(confluence.IdOf(Restricted), confluence.Reader("ada"), Token)).Losses, loss => loss.Element == "attachments");
    }

    private static SimulatedContent Attach(SimulatedConfluence confluence, long id, string name, string text)
    {
        SimulatedContent page = confluence.Content(Restricted);
        SimulatedContent attachment = new()
        {
            Id = id,
            Type = SimulatedContentType.Attachment,
            SpaceKey = page.SpaceKey,
            ParentId = page.Id,
            File = new("text/csv", [.. Encoding.UTF8.GetBytes(text)]),
            Versions =
            [
                new(1, new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero), confluence.Person("ada").AccountId, name, ""),
                new(2, new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), confluence.Person("ben").AccountId, name, "") { Message = "As agreed" },
            ],
        };
        confluence.Simulator.Site.Put(attachment);
        return attachment;
    }
}
