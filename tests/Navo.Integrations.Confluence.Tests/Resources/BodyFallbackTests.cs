using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class BodyFallbackTests
{
    private const string Title = "Probation reviews (leads only)";
    private const string Document = """{"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Of the document"}]}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, ContentBodyFormat.AtlasDocument, "## Of the document")]
    [InlineData(ConfluenceEdition.DataCenter, ContentBodyFormat.View, "## Of the view")]
    public async Task Row069_A_body_that_is_not_xml_is_read_in_another_format_which_is_named(ConfluenceEdition edition, ContentBodyFormat format, string markdown)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, "<p>broken", Document);

        ConfluencePage page = await confluence.Client.GetPageContentAsync(confluence.IdOf(Title), AccessContext.Service, Token);

        Assert.Equal((format, markdown, "<p>broken"), (page.BodyFormat, page.Content.Markdown, page.Storage));
        Assert.Equal("body:storage", page.Content.Losses[0].Element);
    }

    [Fact]
    public async Task Row069_The_view_is_the_last_resort()
    {
        await using SimulatedConfluence confluence = await StartAsync(ConfluenceEdition.Cloud, "<p>broken", "{}");
        ConfluencePage page = await confluence.Client.GetPageContentAsync(confluence.IdOf(Title), AccessContext.Service, Token);
        Assert.Equal((ContentBodyFormat.View, "## Of the view"), (page.BodyFormat, page.Content.Markdown));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, "body-format=storage", ContentBodyFormat.AtlasDocument)]
    [InlineData(ConfluenceEdition.DataCenter, "body.storage", ContentBodyFormat.View)]
    public async Task Row069_A_source_that_fails_at_the_storage_format_is_asked_for_another(ConfluenceEdition edition, string query, ContentBodyFormat format)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, "<p>fine</p>", Document);
        confluence.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(500), Path = path => Uri.UnescapeDataString(path).Contains(query, StringComparison.Ordinal), Times = int.MaxValue });
        Assert.Equal(format, (await confluence.Client.GetPageContentAsync(confluence.IdOf(Title), AccessContext.Service, Token)).BodyFormat);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task F_An_outage_is_no_reason_to_ask_for_another_format(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, "<p>fine</p>", Document);
        confluence.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(503), Path = path => path.Contains("/content/", StringComparison.Ordinal) || path.Contains("/pages/", StringComparison.Ordinal), Times = int.MaxValue });
        await Assert.ThrowsAsync<UnavailableException>(() => confluence.Client.GetPageContentAsync(confluence.IdOf(Title), AccessContext.Service, Token));
        Assert.DoesNotContain(confluence.Simulator.Requests, r => r.PathAndQuery.Contains("atlas_doc_format", StringComparison.Ordinal) || r.PathAndQuery.Contains("view", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task T12_A_page_that_no_format_makes_readable_is_refused_with_the_first_reason(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, "<p>broken", "{}", string.Concat(Enumerable.Repeat("<b>", 300)));
        ProtocolException refused = await Assert.ThrowsAsync<ProtocolException>(() => confluence.Client.GetPageContentAsync(confluence.IdOf(Title), AccessContext.Service, Token));
        Assert.Contains("storage format", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<SimulatedConfluence> StartAsync(ConfluenceEdition edition, string storage, string document, string view = "<h2>Of the view</h2>")
    {
        SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: options => options.Http.MaxRetryAttempts = 0);
        SimulatedContent page = confluence.Content(Title);
        confluence.Simulator.Site.Put(page with { Versions = [page.Latest with { Storage = storage, AtlasDocument = document, View = view }] });
        return confluence;
    }
}
