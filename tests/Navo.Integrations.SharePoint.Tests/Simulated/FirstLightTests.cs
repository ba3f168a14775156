using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

public sealed class FirstLightTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row039_a_search_finds_documents_and_trims_them_to_the_reader()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        SearchQuery query = new("salary review notes");
        SearchPage insider = await sharePoint.Client.SearchAsync(query, SimulatedSharePoint.Reader("ada"), Token);
        SearchPage outsider = await sharePoint.Client.SearchAsync(query, SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal("Salary review notes.md", Assert.Single(insider.Hits).Title);
        Assert.Empty(outsider.Hits);
        Assert.True(outsider.IsTrimmed);
    }

    [Fact]
    public async Task Row034_a_document_is_read_with_its_text()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        KnowledgeContent content = await sharePoint.Client.GetContentAsync(sharePoint.IdOf("Deployment process.md"), SimulatedSharePoint.Reader("ben"), Token);
        Assert.StartsWith("# Deployment process", content.Markdown, StringComparison.Ordinal);
        Assert.Equal("Deployment process.md", content.Metadata.Title);
        Assert.Equal(["Deployment process", "Rollback"], content.Sections[^1].HeadingPath);
    }
}
