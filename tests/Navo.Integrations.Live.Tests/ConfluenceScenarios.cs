using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at a Confluence.</summary>
public abstract class ConfluenceScenarios : SourceScenarios
{
    protected override ContentKind DocumentKind => ContentKind.Page;

    [Fact]
    public async Task A_page_says_how_fresh_it_is()
    {
        SearchHit hit = await FirstDocumentAsync();

        Assert.NotNull((await Tenant.Client.GetMetadataAsync(hit.Id, Tenant.Reader, Deadline)).Freshness);
    }

    protected override ContentId AbsentBeside(ContentId found) => new("999999999999");
}
