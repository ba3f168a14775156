using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Tests.Simulated;

/// <summary>The main road: a question, its answer, the stream, search, content, health.</summary>
public sealed class FirstLightTests
{
    private static readonly GroundingSource Rota = new()
    {
        Source = new("memory"),
        Id = new("1"),
        Version = "3",
        Title = "On-call rotation",
        Text = "The on-call rotation changes every Monday at nine. Ada is first in November. Escalate to the duty manager after thirty minutes.",
    };

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task An_answer_rests_on_its_sources_and_tells_what_it_cost(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(new("When does the on-call rotation change?") { Sources = [Rota] }, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Contains("Monday", answer.Text, StringComparison.Ordinal);
        Assert.Equal((GenerationOutcome.Completed, "gpt-4o", ModelFallbackReason.None), (answer.Outcome, answer.RequestedModel, answer.FallbackReason));
        Assert.True(answer.Usage is { Input: > 0, Output: > 0 } && answer.Cost > 0 && !answer.IsUsageEstimated);
        Assert.True(Assert.Single(answer.Sources).IsWhole);
        Assert.Equal("answer@1", answer.PromptVersion);
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task A_streamed_answer_is_the_whole_one_piece_by_piece(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
        GenerateRequest request = new("When does the on-call rotation change?") { Sources = [Rota], AllowCache = false };

        List<ResponseUpdate> updates = await gpt.Client.StreamResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        GeneratedResponse whole = await gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(updates.Count > 3, $"{updates.Count} parts");
        Assert.Equal(whole.Text, string.Concat(updates.Select(update => update.Text)));
        Assert.Equal((whole.Text, whole.Outcome, whole.Usage), (updates[^1].Response!.Text, updates[^1].Response!.Outcome, updates[^1].Response!.Usage));
        Assert.NotNull(updates[^1].Response!.TimeToFirstToken);
    }

    [Fact]
    public async Task A_question_is_analyzed_and_a_content_summarized()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();

        QueryAnalysis analysis = await gpt.Client.AnalyzeQueryAsync(new("How do I rotate the signing keys in confluence?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        ContentSummary summary = await gpt.Client.SummarizeContentAsync(SummaryRequest.ForText(Rota.Text, Rota.Title), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((QueryAnalysisOrigin.Model, null), (analysis.Origin, analysis.FallbackReason));
        Assert.NotEmpty(analysis.RewrittenQueries);
        Assert.True(summary.IsComplete && summary.Coverage.IsWhole && summary.Text.Length > 0, summary.Outcome.ToString());
    }

    [Fact]
    public async Task Usage_is_counted_here_and_at_the_organization()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => o.AdminApiKey = s.AdminApiKey);
        await gpt.Client.GenerateResponseAsync(new("Say hello.") { Tenant = "north" }, SimulatedGpt.Ada, SimulatedGpt.Token);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);

        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(today.AddDays(-1), today), SimulatedGpt.Token);

        Assert.Equal(1, stats.Total.Requests);
        Assert.Equal(1, Assert.Single(stats.OrganizationUsage!).Requests);
        Assert.NotEmpty(stats.OrganizationCosts!);
    }

    [Fact]
    public async Task The_knowledge_of_vector_stores_is_searched_and_read()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.VectorStores = ["vs_handbook", "vs_public"]);

        SearchPage page = await gpt.Client.SearchAsync(new("on-call rotation"), AccessContext.Service, SimulatedGpt.Token);
        KnowledgeContent content = await gpt.Client.GetContentAsync(page.Hits[0].Id, AccessContext.Service, SimulatedGpt.Token);

        Assert.NotEmpty(page.Hits);
        Assert.Equal((page.Hits[0].Title, page.Hits[0].Id), (content.Metadata.Title, content.Metadata.Id));
        Assert.NotEmpty(content.Markdown);
    }

    [Fact]
    public async Task Health_tells_of_the_model_the_stores_and_what_is_kept()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) =>
        {
            o.AdminApiKey = s.AdminApiKey;
            o.Model = "gpt-6-luna";
            o.VectorStores = ["vs_handbook"];
        });

        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.True(health.Status == HealthState.Healthy, string.Join("; ", health.Features));
        Assert.Equal(["reachability", "model", "vector store vs_handbook", "data retention"], health.Features.Select(feature => feature.Name));
    }
}
