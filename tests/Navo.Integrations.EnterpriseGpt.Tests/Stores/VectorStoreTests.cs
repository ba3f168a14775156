using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Stores;

/// <summary>The knowledge in vector stores, and who may see it.</summary>
public sealed class VectorStoreTests
{
    private const string Store = "vs_company";
    private const string Open = "vs_open";

    [Fact]
    public async Task A_stamped_file_is_visible_to_whom_its_origin_lets_see_it()
    {
        await using SimulatedGpt gpt = await StartAsync();
        ContentId file = Add(gpt, "1", "Berths", "The berths are north.", Audience.Users(SimulatedGpt.Ada.User!.Value));

        PermissionDecision adas = await gpt.Client.CheckPermissionsAsync(file, SimulatedGpt.Ada, SimulatedGpt.Token);
        PermissionDecision bens = await gpt.Client.CheckPermissionsAsync(file, SimulatedGpt.Ben, SimulatedGpt.Token);
        SearchPage found = await gpt.Client.SearchAsync(new("berths"), SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Equal((PermissionOutcome.Allow, PermissionOutcome.Deny), (adas.Outcome, bens.Outcome));
        Assert.Empty(found.Hits);
        Assert.Equal((true, SearchTotal.Exact(0)), (found.IsTrimmed, found.Total));
        await Assert.ThrowsAsync<NotFoundException>(() => gpt.Client.GetContentAsync(file, SimulatedGpt.Ben, SimulatedGpt.Token));
        Assert.Equal("The berths are north.", (await gpt.Client.GetContentAsync(file, SimulatedGpt.Ada, SimulatedGpt.Token)).Markdown);
    }

    [Theory]
    [InlineData(null, null, "names no origin")]
    [InlineData("memory", null, "names no origin")]
    [InlineData("nowhere", "1", "not registered")]
    [InlineData("enterprise-gpt", "vs_company/file-1", "not registered")]
    [InlineData("not a name!", "1", "not registered")]
    public async Task T02_a_file_whose_origin_cannot_decide_is_unknown_and_so_hidden(string? source, string? id, string detail)
    {
        await using SimulatedGpt gpt = await StartAsync();
        Dictionary<string, object> stamp = new();
        if (source is not null)
        {
            stamp["navo_source"] = source;
        }

        if (id is not null)
        {
            stamp["navo_id"] = id;
        }

        ContentId file = new($"{Store}/{gpt.Organization.AddVectorStore(Store).AddFile("loose.txt", "A loose note.", stamp).Id}");

        PermissionDecision decision = await gpt.Client.CheckPermissionsAsync(file, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(PermissionOutcome.Unknown, decision.Outcome);
        Assert.Contains(detail, decision.Detail, StringComparison.Ordinal);
        Assert.Empty((await gpt.Client.SearchAsync(new("loose note"), SimulatedGpt.Ada, SimulatedGpt.Token)).Hits);
        await Assert.ThrowsAsync<PermissionException>(() => gpt.Client.GetContentAsync(file, SimulatedGpt.Ada, SimulatedGpt.Token));
    }

    [Fact]
    public async Task T02_an_origin_that_fails_is_no_permission()
    {
        await using SimulatedGpt gpt = await StartAsync();
        ContentId file = Add(gpt, "1", "Berths", "The berths are north.", Audience.Everyone);
        gpt.Origin.FailWith(new UnavailableException("down"));

        PermissionDecision decision = await gpt.Client.CheckPermissionsAsync(file, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(PermissionOutcome.Unknown, decision.Outcome);
        Assert.Empty((await gpt.Client.SearchAsync(new("berths"), SimulatedGpt.Ada, SimulatedGpt.Token)).Hits);
    }

    [Fact]
    public async Task A_store_that_the_options_open_is_visible_to_every_reader_and_no_other_store()
    {
        await using SimulatedGpt gpt = await StartAsync(options => options.OpenVectorStores = [Open]);
        OpenAiFile open = gpt.Organization.AddVectorStore(Open).AddFile("website.txt", "We are a harbour.");
        OpenAiFile closed = gpt.Organization.AddVectorStore(Store).AddFile("inside.txt", "We are a harbour, too.");

        SearchPage page = await gpt.Client.SearchAsync(new("harbour"), SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Equal([$"{Open}/{open.Id}"], page.Hits.Select(hit => hit.Id.Value));
        Assert.Equal(PermissionOutcome.Unknown, (await gpt.Client.CheckPermissionsAsync(new($"{Store}/{closed.Id}"), SimulatedGpt.Ben, SimulatedGpt.Token)).Outcome);
    }

    [Theory]
    [InlineData("vs_other/file-1")]
    [InlineData("file-1")]
    [InlineData("vs_company/../files/file-1")]
    [InlineData("vs_company/file-1/content")]
    [InlineData("vs_company/file%2F1")]
    [InlineData("vs_company/")]
    [InlineData("/file-1")]
    public async Task T07_what_lies_outside_of_the_stores_is_absent_and_not_asked_for(string id)
    {
        await using SimulatedGpt gpt = await StartAsync();
        gpt.Organization.AddVectorStore("vs_other").AddFile("x.txt", "x");

        await Assert.ThrowsAsync<NotFoundException>(() => gpt.Client.GetContentAsync(new(id), AccessContext.Service, SimulatedGpt.Token));
        await Assert.ThrowsAsync<NotFoundException>(() => gpt.Client.GetMetadataAsync(new(id), SimulatedGpt.Ada, SimulatedGpt.Token));
        PermissionDecision decision = await gpt.Client.CheckPermissionsAsync(new(id), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((PermissionOutcome.Deny, PermissionReason.OutsideConfiguredScope), (decision.Outcome, decision.Reason));
        Assert.Empty(gpt.Simulator.Requests);
    }

    [Fact]
    public async Task Filters_narrow_and_what_a_store_cannot_express_is_refused()
    {
        await using SimulatedGpt gpt = await StartAsync();
        Add(gpt, "1", "Old plan", "The harbour plan of old.", Audience.Everyone, new() { ["kind"] = "page", ["modified"] = 1_700_000_000, ["author"] = "memory:ada" });
        Add(gpt, "2", "New plan", "The harbour plan of new.", Audience.Everyone, new() { ["kind"] = "document", ["modified"] = 1_790_000_000, ["author"] = "memory:ben" });

        Assert.Equal(["Old plan"], await TitlesAsync(gpt, new("harbour plan") { Kinds = [ContentKind.Page, ContentKind.BlogPost] }));
        Assert.Equal(["New plan"], await TitlesAsync(gpt, new("harbour plan") { ModifiedSince = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000) }));
        Assert.Equal(["Old plan"], await TitlesAsync(gpt, new("harbour plan") { ModifiedBefore = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000) }));
        Assert.Empty(await TitlesAsync(gpt, new("harbour plan") { ModifiedSince = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000).AddTicks(1) }));
        Assert.Equal(["New plan"], await TitlesAsync(gpt, new("harbour plan") { Authors = [new("memory", "ben")], Kinds = [ContentKind.Document] }));
        await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.SearchAsync(new("harbour plan") { Labels = ["x"] }, AccessContext.Service, SimulatedGpt.Token));
    }

    [Fact]
    public async Task Row041_a_search_for_a_kind_finds_what_is_shown_as_that_kind()
    {
        await using SimulatedGpt gpt = await StartAsync();
        Add(gpt, "1", "No kind", "The harbour plan.", Audience.Everyone);
        Add(gpt, "2", "Document", "The harbour plan.", Audience.Everyone, new() { ["kind"] = "Document" });
        Add(gpt, "3", "No such kind", "The harbour plan.", Audience.Everyone, new() { ["kind"] = "scroll" });
        Add(gpt, "4", "Blog post", "The harbour plan.", Audience.Everyone, new() { ["kind"] = "BlogPost" });
        Add(gpt, "5", "Camel post", "The harbour plan.", Audience.Everyone, new() { ["kind"] = "blogPost" });
        Add(gpt, "6", "Page", "The harbour plan.", Audience.Everyone, new() { ["kind"] = "page" });

        Assert.Equal(["Blog post", "Camel post"], (await TitlesAsync(gpt, new("harbour plan") { Kinds = [ContentKind.BlogPost] })).Order());
        Assert.Equal(["Document", "No kind", "No such kind"], (await TitlesAsync(gpt, new("harbour plan") { Kinds = [ContentKind.Document] })).Order());
        Assert.Equal(["Document", "No kind", "No such kind", "Page"], (await TitlesAsync(gpt, new("harbour plan") { Kinds = [ContentKind.Page, ContentKind.Document] })).Order());
    }

    [Fact]
    public async Task Row041_pages_of_documents_are_full_whatever_lies_between_them()
    {
        await using SimulatedGpt gpt = await StartAsync();
        foreach (int i in Enumerable.Range(0, 12))
        {
            Add(gpt, $"{i}", $"{i}", "The harbour plan.", Audience.Everyone, i % 2 == 0 ? new() { ["kind"] = "page" } : null);
        }

        SearchQuery query = new("harbour plan") { Kinds = [ContentKind.Document], Limit = 4 };
        SearchPage first = await gpt.Client.SearchAsync(query, AccessContext.Service, SimulatedGpt.Token);
        SearchPage second = await gpt.Client.SearchAsync(query with { Continuation = first.Continuation }, AccessContext.Service, SimulatedGpt.Token);

        Assert.Equal((4, SearchTotal.Exact(6)), (first.Hits.Count, first.Total));
        Assert.Null(second.Continuation);
        Assert.Equal(["1", "11", "3", "5", "7", "9"], first.Hits.Concat(second.Hits).Select(hit => hit.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Passages_of_one_file_are_one_hit_and_a_store_with_more_than_it_gives_has_no_known_total()
    {
        await using SimulatedGpt gpt = await StartAsync();
        OpenAiVectorStore store = gpt.Organization.AddVectorStore(Store);
        store.ChunkTokens = 20;
        store.AddFile("long.txt", string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"Paragraph {i} speaks of the harbour and of ships and of nothing else at all, as ever.")));

        SearchPage page = await gpt.Client.SearchAsync(new("harbour"), AccessContext.Service, SimulatedGpt.Token);

        Assert.Single(page.Hits);
        Assert.Equal(SearchTotalKind.Unknown, page.Total.Kind);
    }

    [Fact]
    public async Task Content_that_the_api_gives_no_more_of_says_so()
    {
        await using SimulatedGpt gpt = await StartAsync();
        ContentId file = Add(gpt, "1", "Berths", "The berths are north.", Audience.Everyone);
        gpt.Simulator.Faults.Add("/content", Fault.Status(200, """{"object":"vector_store.file_content.page","data":[{"type":"text","text":"The berths"}],"has_more":true,"next_page":"n"}"""));

        KnowledgeContent content = await gpt.Client.GetContentAsync(file, AccessContext.Service, SimulatedGpt.Token);

        Assert.Equal(("The berths", "content"), (content.Markdown, Assert.Single(content.Losses).Element));
    }

    [Fact]
    public async Task A_store_that_is_not_there_makes_a_search_fail_and_health_say_which()
    {
        await using SimulatedGpt gpt = await StartAsync(options => (options.VectorStores, options.Model) = (["vs_gone"], "gpt-6-luna"));

        await Assert.ThrowsAsync<NotFoundException>(() => gpt.Client.SearchAsync(new("x"), AccessContext.Service, SimulatedGpt.Token));
        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.Equal(HealthState.Degraded, health.Features.Single(feature => feature.Name == "vector store vs_gone").Status);
    }

    [Fact]
    public async Task What_scores_below_the_floor_is_no_hit_and_without_one_nothing_is_asked_for()
    {
        await using SimulatedGpt floored = await StartAsync(options => options.MinimumScore = 0.5);
        await using SimulatedGpt open = await StartAsync();
        foreach (SimulatedGpt gpt in (SimulatedGpt[])[floored, open])
        {
            Add(gpt, "1", "Berths", "The harbour has nine berths.", Audience.Everyone);
            Add(gpt, "2", "Canteen", "Lunch is at noon.", Audience.Everyone);
        }

        Assert.Equal(["Berths"], await TitlesAsync(floored, new("harbour berths")));
        Assert.Equal(["Berths", "Canteen"], await TitlesAsync(open, new("harbour berths")));
        Assert.Contains("\"ranking_options\":{\"score_threshold\":0.5}", Assert.Single(floored.Simulator.Requests, IsSearch).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ranking_options", Assert.Single(open.Simulator.Requests, IsSearch).Body, StringComparison.Ordinal);
        static bool IsSearch(RecordedRequest request) => request.PathAndQuery.Contains($"{Store}/search", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vs_somewhere")]
    [InlineData("VS_COMPANY")]
    [InlineData("")]
    public async Task A_store_that_is_not_configured_is_refused_alone_or_beside_one_that_is(string store)
    {
        await using SimulatedGpt gpt = await StartAsync();
        Add(gpt, "1", "Old plan", "The harbour plan of old.", Audience.Everyone);

        await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.SearchAsync(new("harbour plan") { Containers = [store] }, AccessContext.Service, SimulatedGpt.Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.SearchAsync(new("harbour plan") { Containers = [Store, store] }, AccessContext.Service, SimulatedGpt.Token));
        Assert.Equal(["Old plan"], await TitlesAsync(gpt, new("harbour plan") { Containers = [Store] }));
    }

    [Fact]
    public async Task Row079_a_scope_to_a_store_that_is_not_there_is_said_in_the_report()
    {
        await using SimulatedGpt gpt = await StartAsync(options => options.VectorStores = [Store, "vs_gone"]);
        IFederatedSearch search = gpt.Services.GetRequiredService<IFederatedSearch>();
        async Task<SourceReport> ReportAsync(string store) => Assert.Single(
            (await search.SearchAsync(new("plan") { Scopes = [SearchScope.Store(store)] }, SimulatedGpt.Ada, SimulatedGpt.Token)).Reports,
            report => report.Status != SourceStatus.NotAsked);

        Assert.Equal(SourceStatus.Answered, (await ReportAsync(Store)).Status);
        Assert.Equal(SourceStatus.Refused, (await ReportAsync("vs_somewhere")).Status);
        Assert.Equal(SourceStatus.Failed, (await ReportAsync("vs_gone")).Status);
    }

    private static Task<SimulatedGpt> StartAsync(Action<EnterpriseGptOptions>? configure = null) => SimulatedGpt.StartAsync(configure: (simulator, options) =>
    {
        simulator.Organization.AddVectorStore(Store);
        simulator.Organization.AddVectorStore(Open);
        options.VectorStores = [Store, Open];
        configure?.Invoke(options);
    });

    private static ContentId Add(SimulatedGpt gpt, string id, string title, string text, AccessPolicy audience, Dictionary<string, object>? attributes = null)
    {
        gpt.Origin.Add(id, title, text, audience);
        attributes = new(attributes ?? []) { ["navo_source"] = "memory", ["navo_id"] = id, ["navo_version"] = "1", ["title"] = title };
        return new($"{Store}/{gpt.Organization.AddVectorStore(Store).AddFile($"{id}.md", text, attributes).Id}");
    }

    private static async Task<string[]> TitlesAsync(SimulatedGpt gpt, SearchQuery query) =>
        [.. (await gpt.Client.SearchAsync(query, AccessContext.Service, SimulatedGpt.Token)).Hits.Select(hit => hit.Title)];
}
