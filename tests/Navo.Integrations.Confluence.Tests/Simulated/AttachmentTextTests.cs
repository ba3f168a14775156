using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task Without_an_extractor_the_remedy_names_the_package()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud);
        ConfigurationException missing = await Assert.ThrowsAsync<ConfigurationException>(() =>
            confluence.Client.GetAttachmentTextAsync(new("att1"), AccessContext.Service, TestContext.Current.CancellationToken));
        Assert.Contains("Navo.Integrations.Extraction", missing.Remedy, StringComparison.Ordinal);
    }

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
