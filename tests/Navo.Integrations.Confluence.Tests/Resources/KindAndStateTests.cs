using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class KindAndStateTests
{
    private const string Title = "Probation reviews (leads only)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    public async Task Row016_folders_stand_in_the_path_with_their_titles(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent home = confluence.Simulator.Site.State.Contents[confluence.Simulator.Site.State.Spaces["ENG"].HomepageId!.Value];
        Put(confluence, 9200, SimulatedContentType.Folder, home.Id, "Plans");
        Put(confluence, 9201, SimulatedContentType.Page, 9200, "Plan of plans");

        ContentMetadata metadata = await confluence.Client.GetMetadataAsync(new("9201"), confluence.Reader("ada"), Token);

        Assert.Equal([(home.Title, ContentKind.Page), ("Plans", ContentKind.Folder)], metadata.Ancestors.Select(a => (a.Title!, a.Kind)));
    }

    [Theory]
    [InlineData(SimulatedContentType.Folder, ContentKind.Folder)]
    [InlineData(SimulatedContentType.Whiteboard, ContentKind.Whiteboard)]
    [InlineData(SimulatedContentType.Database, ContentKind.Database)]
    [InlineData(SimulatedContentType.SmartLink, ContentKind.SmartLink)]
    public async Task Row016_what_has_no_text_is_given_as_a_stub_with_the_reason(SimulatedContentType type, ContentKind kind)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud);
        SimulatedContent home = confluence.Simulator.Site.State.Contents[confluence.Simulator.Site.State.Spaces["ENG"].HomepageId!.Value];
        Put(confluence, 9200, type, home.Id, "Sketches", "https://design.example/board/7");

        ContentMetadata metadata = await confluence.Client.GetMetadataAsync(new("9200"), confluence.Reader("ada"), Token);
        KnowledgeContent content = await confluence.Client.GetContentAsync(new("9200"), confluence.Reader("ada"), Token);

        Assert.Equal(("Sketches", kind, "ENG"), (metadata.Title, metadata.Kind, metadata.Container.Key));
        Assert.Equal(home.Title, Assert.Single(metadata.Ancestors).Title);
        Assert.NotEmpty(Assert.Single(content.Losses).Detail);
        Assert.Equal(kind == ContentKind.SmartLink ? "https://design.example/board/7" : "", content.PlainText);
        await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetPageContentAsync(new("9200"), AccessContext.Service, Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetCommentsAsync(new("9200"), AccessContext.Service, Token).ToListAsync());
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, "current", ContentStatus.Current)]
    [InlineData(ConfluenceEdition.Cloud, "archived", ContentStatus.Archived)]
    [InlineData(ConfluenceEdition.Cloud, "trashed", ContentStatus.Trashed)]
    [InlineData(ConfluenceEdition.Cloud, "draft", ContentStatus.Draft)]
    [InlineData(ConfluenceEdition.DataCenter, "current", ContentStatus.Current)]
    [InlineData(ConfluenceEdition.DataCenter, "archived", ContentStatus.Archived)]
    [InlineData(ConfluenceEdition.DataCenter, "trashed", ContentStatus.Trashed)]
    [InlineData(ConfluenceEdition.DataCenter, "draft", ContentStatus.Draft)]
    public async Task Row022_current_archived_trashed_and_draft_are_kept_apart(ConfluenceEdition edition, string status, ContentStatus expected)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent page = confluence.Content(Title);
        string service = confluence.Simulator.Site.State.Users.Values.First(u => u.IsAdministrator).AccountId;
        confluence.Simulator.Site.Put(page with { Status = status, Versions = [page.Latest with { AuthorId = service, Number = 1 }] });

        Assert.Equal(expected, (await confluence.Client.GetMetadataAsync(confluence.IdOf(Title), AccessContext.Service, Token)).Status);
        Assert.Equal(expected, (await confluence.Client.GetContentAsync(confluence.IdOf(Title), AccessContext.Service, Token)).Metadata.Status);
    }

    [Theory]
    [InlineData("archived", true, "")]
    [InlineData("trashed", false, "")]
    [InlineData("draft", false, "")]
    [InlineData("archived", true, "ENG")]
    [InlineData("trashed", false, "ENG")]
    [InlineData("draft", false, "ENG")]
    public async Task Row022_readers_of_data_center_see_what_is_archived_but_neither_drafts_nor_the_bin(string status, bool isVisible, string boundary)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter, configure: o => o.Spaces = boundary.Length > 0 ? [boundary, "ONBOARDING"] : []);
        SimulatedContent page = confluence.Content(Title);
        string service = confluence.Simulator.Site.State.Users.Values.First(u => u.IsAdministrator).AccountId;
        confluence.Simulator.Site.Put(page with { Status = status, Versions = [page.Latest with { AuthorId = service }] });

        Assert.Equal(isVisible, (await confluence.Client.CheckPermissionsAsync(confluence.IdOf(Title), confluence.Reader("ada"), Token)).IsAllowed);
        Assert.False((await confluence.Client.CheckPermissionsAsync(confluence.IdOf(Title), confluence.Reader("ben"), Token)).IsAllowed);
    }

    private static void Put(SimulatedConfluence confluence, long id, SimulatedContentType type, long parent, string title, string storage = "<p>x</p>") => confluence.Simulator.Site.Put(new SimulatedContent
    {
        Id = id,
        Type = type,
        SpaceKey = "ENG",
        ParentId = parent,
        Versions = [new(1, new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), confluence.Person("ada").AccountId, title, storage)],
    });
}
