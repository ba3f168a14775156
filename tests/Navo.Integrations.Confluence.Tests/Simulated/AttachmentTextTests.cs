using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class AttachmentTextTests
{
    private const string Page = "Salary review notes";

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row067_An_attachment_is_read_as_text_by_whom_its_page_is_for(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "bands.csv", "Level;Band\nSenior;A\n"u8.ToArray());
        AttachmentText read = await confluence.Client.GetAttachmentTextAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken);
        Assert.Equal("bands.csv", read.Attachment.FileName);
        Assert.Equal((ExtractionStatus.Extracted, "| Level | Band |\n| --- | --- |\n| Senior | A |"), (read.Text.Status, read.Text.Markdown));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetAttachmentTextAsync(attachment, confluence.Reader("ben"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row068_What_cannot_be_read_is_a_reason_and_not_an_empty_text(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "scan.png", [0x89, 0x50, 0x4E, 0x47, 0, 0]);
        AttachmentText read = await confluence.Client.GetAttachmentTextAsync(attachment, AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.Equal((ExtractionStatus.Unsupported, "image/png"), (read.Text.Status, read.Text.MediaType));
        Assert.Contains("OCR", read.Text.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row067_An_attachment_that_a_search_finds_is_read_as_a_content_with_the_labels_of_its_page(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "bands.csv", "Level;Band\nSenior;A\n"u8.ToArray());
        KnowledgeContent page = await confluence.Client.GetContentAsync(confluence.IdOf(Page), confluence.Reader("ada"), TestContext.Current.CancellationToken);

        KnowledgeContent read = await confluence.Client.GetContentAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken);

        Assert.Equal("| Level | Band |\n| --- | --- |\n| Senior | A |", read.Markdown);
        Assert.Equal((attachment, "bands.csv", ContentKind.Attachment, "1"), (read.Metadata.Id, read.Metadata.Title, read.Metadata.Kind, read.SourceVersion));
        Assert.Equal(page.Metadata.Labels, read.Metadata.Labels);
        Assert.Equal((page.Metadata.Container, page.Metadata.Id), (read.Metadata.Container, read.Metadata.Ancestors[^1].Id));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(attachment, confluence.Reader("ben"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row068_A_content_of_an_attachment_without_a_text_says_why(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "scan.png", [0x89, 0x50, 0x4E, 0x47, 0, 0]);

        KnowledgeContent read = await confluence.Client.GetContentAsync(attachment, AccessContext.Service, TestContext.Current.CancellationToken);

        Assert.Empty(read.Markdown);
        Assert.Contains(read.Losses, loss => loss.Element == "file:unsupported");
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row016_An_attachment_that_a_search_finds_has_the_metadata_of_its_content_for_whom_its_page_is(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "bands.csv", "Level;Band\nSenior;A\n"u8.ToArray());

        ContentMetadata metadata = await confluence.Client.GetMetadataAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken);

        Assert.Equal(0, Downloads(confluence));
        Assert.Equivalent((await confluence.Client.GetContentAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken)).Metadata, metadata, strict: true);
        Assert.Equal((attachment, "bands.csv", ContentKind.Attachment), (metadata.Id, metadata.Title, metadata.Kind));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetMetadataAsync(attachment, confluence.Reader("ben"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Row059_An_attachment_outside_of_the_configured_spaces_is_absent_as_a_content()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(
            ConfluenceEdition.Cloud, configure: options => options.Spaces.Add("NOWHERE"), services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "bands.csv", "Level;Band\nSenior;A\n"u8.ToArray());

        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(attachment, AccessContext.Service, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetMetadataAsync(attachment, confluence.Reader("ada"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row080_An_attachment_past_its_lifetime_is_fetched_again_only_if_it_has_another_version(ConfluenceEdition edition)
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, time, services: services => services.AddNavoIntegrations().AddTextExtraction());
        ContentId attachment = Attach(confluence, "bands.csv", "Level;Band\nSenior;A\n"u8.ToArray());
        KnowledgeContent first = await ReadAsync();
        int downloads = Downloads(confluence);

        time.Advance(TimeSpan.FromMinutes(11));
        KnowledgeContent same = await ReadAsync();
        Assert.Equal((first.Markdown, ResultOriginKind.Source, downloads), (same.Markdown, same.Origin.Kind, Downloads(confluence)));

        SimulatedContent now = confluence.Content("bands.csv");
        confluence.Simulator.Site.Put(now with
        {
            Versions = [.. now.Versions, now.Latest with { Number = 2 }],
            File = new SimulatedFile("application/octet-stream", [.. "Level;Band\nSenior;B\n"u8]),
        });
        time.Advance(TimeSpan.FromMinutes(11));
        KnowledgeContent changed = await ReadAsync();
        Assert.Contains("| Senior | B |", changed.Markdown, StringComparison.Ordinal);
        Assert.Equal(("2", downloads * 2), (changed.SourceVersion, Downloads(confluence)));

        Task<KnowledgeContent> ReadAsync() => confluence.Client.GetContentAsync(attachment, AccessContext.Service, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_an_extractor_the_remedy_names_the_package()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud);
        ConfigurationException missing = await Assert.ThrowsAsync<ConfigurationException>(() =>
            confluence.Client.GetAttachmentTextAsync(new("att1"), AccessContext.Service, TestContext.Current.CancellationToken));
        Assert.Contains("Navo.Integrations.Extraction", missing.Remedy, StringComparison.Ordinal);
    }

    private static int Downloads(SimulatedConfluence confluence) =>
        confluence.Simulator.Requests.Count(static request => request.PathAndQuery.Contains("download", StringComparison.Ordinal));

    private static ContentId Attach(SimulatedConfluence confluence, string name, byte[] bytes)
    {
        const long Id = 77_000_001;
        SimulatedContent page = confluence.Content(Page);
        confluence.Simulator.Site.Put(new SimulatedContent
        {
            Id = Id,
            Type = SimulatedContentType.Attachment,
            SpaceKey = page.SpaceKey,
            ParentId = page.Id,
            Versions = [page.Latest with { Number = 1, Title = name, Storage = string.Empty }],
            File = new SimulatedFile("application/octet-stream", [.. bytes]),
        });
        return new("att77000001");
    }
}
