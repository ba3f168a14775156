using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.BadInput;

/// <summary>What cannot work has a name.</summary>
public sealed class BadInputTests
{
    private const string Person = """{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string"}}}""";

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void An_empty_prompt_is_refused(string prompt) => Assert.Throws<InvalidQueryException>(() => new GenerateRequest(prompt));

    [Fact]
    public async Task A_prompt_beyond_the_window_is_refused_before_it_is_sent_where_the_window_is_known()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest huge = new(string.Join(' ', Enumerable.Repeat("harbour", 130_000)));

        InvalidQueryException failure = await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.GenerateResponseAsync(huge, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal("context_length_exceeded", failure.ErrorCode);
        Assert.Empty(gpt.Simulator.Requests);
    }

    [Fact]
    public async Task A_prompt_that_the_model_finds_too_long_is_refused_by_the_same_name()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/responses", OpenAiFaults.ContextLengthExceeded());

        InvalidQueryException failure = await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal((400, "context_length_exceeded", false), (failure.StatusCode, failure.ErrorCode, failure.IsTransient));
    }

    [Fact]
    public async Task Arguments_out_of_bounds_are_named()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest hello = new("Hello.");
        GenerateRequest[] wrong =
        [
            hello with { MaxTokens = 0 },
            hello with { Temperature = 2.1 },
            hello with { Temperature = double.NaN },
            hello with { ContextTokens = 0 },
            hello with { Model = " " },
            hello with { Format = new("a name with spaces", Person) },
            hello with { Format = new("person", "{") },
            hello with { Format = new("person", "[]") },
            hello with { History = [new(ConversationRole.User, string.Empty)] },
            hello with { Sources = [new() { Source = new("memory"), Id = default, Version = "1", Title = "t", Text = "t" }] },
        ];

        Assert.All(wrong, request => Assert.IsType<InvalidQueryException>(Record.Exception(() => gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token).GetAwaiter().GetResult())));
        await Assert.ThrowsAsync<ArgumentNullException>(() => gpt.Client.GenerateResponseAsync(null!, SimulatedGpt.Ada, SimulatedGpt.Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => gpt.Client.GenerateResponseAsync(hello, null!, SimulatedGpt.Token));
        Assert.Throws<ArgumentNullException>(() => gpt.Client.StreamResponseAsync(null!, SimulatedGpt.Ada, SimulatedGpt.Token));
        Assert.Empty(gpt.Simulator.Requests);
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task Refusals_and_filters_are_outcomes(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
        gpt.Organization.Script(OpenAiScriptedAnswer.Refuse("No."), OpenAiScriptedAnswer.Filtered("The har"), OpenAiScriptedAnswer.CutOff("The harb"));

        GeneratedResponse refused = await gpt.Client.GenerateResponseAsync(new("One."), SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse filtered = await gpt.Client.GenerateResponseAsync(new("Two."), SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse cut = await gpt.Client.GenerateResponseAsync(new("Three."), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((GenerationOutcome.Refused, "No."), (refused.Outcome, refused.Refusal));
        Assert.Equal((GenerationOutcome.ContentFiltered, false), (filtered.Outcome, filtered.IsComplete));
        Assert.Equal((GenerationOutcome.CutByTokenLimit, "The harb"), (cut.Outcome, cut.Text));
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task A_structured_answer_is_the_json_that_was_asked_for(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(new("Who is Ada?") { Format = new("person", Person) }, SimulatedGpt.Ada, SimulatedGpt.Token);

        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(answer.Text);
        Assert.Equal(["name"], json.RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_schema_that_breaks_the_strict_rules_is_refused()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();

        InvalidQueryException failure = await Assert.ThrowsAsync<InvalidQueryException>(() =>
            gpt.Client.GenerateResponseAsync(new("Who?") { Format = new("open", """{"type":"object","properties":{"name":{"type":"string"}}}""") }, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal(400, failure.StatusCode);
    }

    [Fact]
    public async Task A_structured_answer_that_is_cut_says_so_and_one_that_is_no_json_is_a_protocol_failure()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GenerateRequest request = new("Who is Ada?") { Format = new("person", Person), AllowCache = false };
        gpt.Organization.Script(OpenAiScriptedAnswer.Truncated(), OpenAiScriptedAnswer.Say("{\"name\": "), OpenAiScriptedAnswer.Say("Sure! Here you are."));

        GeneratedResponse cut = await gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(GenerationOutcome.CutByTokenLimit, cut.Outcome);
        await Assert.ThrowsAsync<ProtocolException>(() => gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token));
        await Assert.ThrowsAsync<ProtocolException>(() => gpt.Client.GenerateResponseAsync(request, SimulatedGpt.Ada, SimulatedGpt.Token));
        Assert.Equal(3, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task An_analysis_that_breaks_its_schema_is_made_by_fixed_rules_and_says_why()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.Script(OpenAiScriptedAnswer.Say("""{"intent":"rule_the_world"}"""), OpenAiScriptedAnswer.Truncated(), OpenAiScriptedAnswer.Filtered());

        QueryAnalysis violated = await gpt.Client.AnalyzeQueryAsync(new("One question?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        QueryAnalysis cut = await gpt.Client.AnalyzeQueryAsync(new("Another question?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        QueryAnalysis filtered = await gpt.Client.AnalyzeQueryAsync(new("A third question?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.All([violated, cut, filtered], analysis => Assert.Equal(QueryAnalysisOrigin.Deterministic, analysis.Origin));
        Assert.StartsWith("schema_violation", violated.FallbackReason, StringComparison.Ordinal);
        Assert.Equal(("cut_by_token_limit", "content_filtered"), (cut.FallbackReason, filtered.FallbackReason));
    }

    public static TheoryData<string> OddAnswers =>
    [
        "", "null", "[]", "{}", "{\"output\":null}", "{\"output\":[null]}", "{\"output\":[{\"type\":\"message\",\"content\":[null]}],\"status\":\"completed\"}", "{\"output\":\"text\"}", "{\"output\":[{\"type\":7}]}",
        "{\"status\":\"queued\",\"output\":[]}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":[null]}", "{\"choices\":{}}", "\"text\"", "{\"output\":[", "\u0000",
        """{"output":[],"status":"completed","usage":{"input_tokens":"many"}}""", "{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":null}}",
    ];

    [Theory, MemberData(nameof(OddAnswers))]
    public async Task F09_an_answer_that_makes_no_sense_is_one_of_the_family_and_asked_for_once(string body)
    {
        foreach (EnterpriseGptApi api in Enum.GetValues<EnterpriseGptApi>())
        {
            await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
            gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, body), times: 5);

            Exception? failure = await Record.ExceptionAsync(() => gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token));

            Assert.True(failure is ProtocolException or UnavailableException, $"{api} {body}: {failure?.GetType().Name ?? "a result"} {failure?.Message}");
            Assert.DoesNotContain("unexpected way", failure!.Message, StringComparison.Ordinal);
            Assert.Single(gpt.Simulator.Requests);
        }
    }

    [Fact]
    public async Task F36_what_is_new_or_missing_in_an_answer_is_tolerated()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, """
            {"id":"r","new_member":{"a":[1]},"status":"completed","model":"gpt-4o-2024-11-20","output":[{"type":"hologram","content":[{"type":"light"}]},
             {"type":"message","content":[{"type":"output_text","text":"Hello","annotations":[]},{"type":"output_smell","smell":"sea"},{"type":"output_text","text":" there."}]}],
             "usage":{"input_tokens":"11","output_tokens":3}}
            """));

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(("Hello there.", new TokenUsage(11, 0, 0, 3, 0), GenerationOutcome.Completed), (answer.Text, answer.Usage, answer.Outcome));
        Assert.Equal(0.0000575m, answer.Cost);   // 11 × 2.50 + 3 × 10 for a million
    }

    [Fact]
    public async Task An_answer_without_figures_is_counted_here_and_says_so()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, """{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hello there."}]}]}"""));

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer is { IsUsageEstimated: true, Usage: { Input: > 0, Output: > 0 }, Cost: > 0, Model: "gpt-4o" });
    }
}
