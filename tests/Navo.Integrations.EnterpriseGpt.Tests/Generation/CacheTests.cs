using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.OpenAi;
using NSubstitute;

namespace Navo.Integrations.EnterpriseGpt.Tests.Generation;

/// <summary>Which answers are given again, and to whom.</summary>
public sealed class CacheTests
{
    private static readonly GenerateRequest Plain = new("What does the harbour office do?");
    private static readonly GroundingSource First = new() { Source = new("memory"), Id = new("1"), Version = "1", Title = "Harbour office", Text = "The harbour office assigns berths. It opens at seven." };
    private static readonly GroundingSource Second = new() { Source = new("memory"), Id = new("2"), Version = "1", Title = "Salaries", Text = "The harbour office pays salaries on the last Friday." };

    [Fact]
    public async Task F26_equal_questions_at_once_are_asked_once()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(2) });

        GeneratedResponse[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token)));

        Assert.Single(gpt.Simulator.Requests);
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
    }

    [Fact]
    public async Task T01_a_question_without_sources_belongs_to_its_reader()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);

        GeneratedResponse bens = await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ben, SimulatedGpt.Token);
        GeneratedResponse again = await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Equal((ResultOriginKind.Source, ResultOriginKind.Cache), (bens.Origin.Kind, again.Origin.Kind));
        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task Row091_an_answer_belongs_to_the_set_of_versions_that_a_reader_sees()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest both = Plain with { Sources = [First, Second] };
        GenerateRequest one = Plain with { Sources = [First] };
        GeneratedResponse adas = await gpt.Client.GenerateResponseAsync(both, SimulatedGpt.Ada, SimulatedGpt.Token);

        GeneratedResponse bens = await gpt.Client.GenerateResponseAsync(one, SimulatedGpt.Ben, SimulatedGpt.Token);
        GeneratedResponse adasLess = await gpt.Client.GenerateResponseAsync(one, SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse newer = await gpt.Client.GenerateResponseAsync(Plain with { Sources = [First with { Version = "2" }] }, SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Contains("salaries", adas.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("salaries", bens.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((ResultOriginKind.Source, ResultOriginKind.Cache, ResultOriginKind.Source), (bens.Origin.Kind, adasLess.Origin.Kind, newer.Origin.Kind));
        Assert.Equal(3, gpt.Simulator.Requests.Count);
        Assert.Contains(gpt.Output.AuditRecords, record => record.Reader == SimulatedGpt.Ben.Key && record.Operation == "generate_response");
    }

    [Fact]
    public async Task A_streamed_answer_is_kept_as_a_whole_for_both_ways_of_asking()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        List<ResponseUpdate> streamed = await gpt.Client.StreamResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);

        GeneratedResponse asked = await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);
        List<ResponseUpdate> again = await gpt.Client.StreamResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);

        Assert.Single(gpt.Simulator.Requests);
        Assert.Equal(ResultOriginKind.Cache, asked.Origin.Kind);
        Assert.Equal([asked.Text, string.Empty], again.Select(update => update.Text));
        Assert.Equal(string.Concat(streamed.Select(update => update.Text)), asked.Text);
        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-1), Today.AddDays(1)), SimulatedGpt.Token);
        Assert.Equal((1, 2), (stats.Total.Requests, stats.Total.CachedAnswers));
    }

    [Fact]
    public async Task A_conversation_is_never_answered_from_the_cache()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest turn = Plain with { History = [new(ConversationRole.User, "Hello."), new(ConversationRole.Assistant, "Hello, how can I help?")] };

        await gpt.Client.GenerateResponseAsync(turn, SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse second = await gpt.Client.GenerateResponseAsync(turn, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(ResultOriginKind.Source, second.Origin.Kind);
        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task What_asks_for_another_answer_is_another_question()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest[] different =
        [
            Plain,
            Plain with { Temperature = 0.9 },
            Plain with { MaxTokens = 100 },
            Plain with { Model = "gpt-6-sol" },
            Plain with { Instructions = "Answer in one word." },
            Plain with { Tenant = "north" },
            Plain with { Format = new("reply", """{"type":"object","additionalProperties":false,"required":["text"],"properties":{"text":{"type":"string"}}}""") },
            Plain with { Sources = [First] },
        ];

        foreach (GenerateRequest request in different.Concat(different))
        {
            await gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token);
        }

        Assert.Equal(different.Length, gpt.Simulator.Requests.Count);
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("filter")]
    public async Task What_stands_in_for_an_answer_is_not_kept(string kind)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.Script(kind == "refuse" ? OpenAiScriptedAnswer.Refuse() : OpenAiScriptedAnswer.Filtered("The har"));
        GeneratedResponse first = await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);

        GeneratedResponse second = await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(kind == "refuse" ? GenerationOutcome.Refused : GenerationOutcome.ContentFiltered, first.Outcome);
        Assert.Equal((GenerationOutcome.Completed, ResultOriginKind.Source), (second.Outcome, second.Origin.Kind));
    }

    [Fact]
    public async Task An_analysis_by_fixed_rules_is_not_kept_in_place_of_the_models()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.Script(OpenAiScriptedAnswer.Refuse());
        QueryAnalysis first = await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        QueryAnalysis second = await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((QueryAnalysisOrigin.Deterministic, "refused", QueryAnalysisOrigin.Model), (first.Origin, first.FallbackReason, second.Origin));
        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task With_caching_turned_off_every_question_is_asked()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Cache.Enabled = false);

        await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);
        await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    public static TheoryData<string, Action<EnterpriseGptOptions>> Reloads => new()
    {
        { nameof(EnterpriseGptOptions.Model), o => o.Model = "gpt-6-sol" },
        { nameof(EnterpriseGptOptions.FallbackModels), o => o.FallbackModels = ["gpt-6-sol"] },
        { nameof(EnterpriseGptOptions.Api), o => o.Api = EnterpriseGptApi.ChatCompletions },
        { nameof(EnterpriseGptOptions.ReasoningTokens), o => o.ReasoningTokens = 2000 },
        { nameof(EnterpriseGptOptions.ReasoningEffort), o => o.ReasoningEffort = "low" },
        { nameof(EnterpriseGptOptions.MaxTokens), o => o.MaxTokens = 500 },
        { nameof(EnterpriseGptOptions.Temperature), o => o.Temperature = 0.7 },
        { nameof(EnterpriseGptOptions.ContextTokens), o => o.ContextTokens = 8000 },
        { nameof(EnterpriseGptOptions.Moderation), o => o.Moderation = EnterpriseGptModeration.Prompts },
    };

    [Theory, MemberData(nameof(Reloads))]
    public async Task No_answer_of_any_kind_survives_a_reload_of_what_it_depends_on(string option, Action<EnterpriseGptOptions> change)
    {
        bool isChanged = false;
        ConfigurationReloadToken reload = new();
        IOptionsChangeTokenSource<EnterpriseGptOptions> source = Substitute.For<IOptionsChangeTokenSource<EnterpriseGptOptions>>();
        source.Name.Returns(Options.DefaultName);
        source.GetChangeToken().Returns(_ => reload);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(
            configure: (_, o) => (isChanged ? change : static _ => { })(o),
            services: services => services.AddSingleton(source));
        async Task<ResultOriginKind[]> AskAsync() =>
        [
            (await gpt.Client.GenerateResponseAsync(Plain, SimulatedGpt.Ada, SimulatedGpt.Token)).Origin.Kind,
            (await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token)).ServedFrom.Kind,
            (await gpt.Client.SummarizeContentAsync(SummaryRequest.ForText(First.Text), SimulatedGpt.Ada, SimulatedGpt.Token)).Origin.Kind,
        ];
        await AskAsync();
        Assert.All(await AskAsync(), origin => Assert.Equal(ResultOriginKind.Cache, origin));

        isChanged = true;
        Interlocked.Exchange(ref reload, new()).OnReload();

        Assert.All(await AskAsync(), origin => Assert.True(origin == ResultOriginKind.Source, $"An answer outlived a change of {option}."));
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
}
