using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal;
using Navo.Integrations.EnterpriseGpt.Internal.Language;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Adversary;

/// <summary>Figures, texts and names at their edges.</summary>
public sealed class HostileFigureTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    [Theory]
    [InlineData(EnterpriseGptApi.Responses, """{"status":"completed","model":"gpt-4o","output":[{"type":"message","content":[{"type":"output_text","text":"Hello."}]}],"usage":{"input_tokens":-5000000,"output_tokens":1}}""")]
    [InlineData(EnterpriseGptApi.ChatCompletions, """{"model":"gpt-4o","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello."}}],"usage":{"prompt_tokens":5,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":-900000000}}}""")]
    public async Task Figures_below_zero_give_no_budget_back(EnterpriseGptApi api, string body)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Api, o.Budgets.Total) = (api, 10m));
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, body));

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer is { IsUsageEstimated: true, Cost: > 0, Usage.Input: > 0 }, answer.ToString());
    }

    [Fact]
    public async Task A_streamed_completion_without_a_word_is_no_whole_answer()
    {
        const string Body = """
            data: {"model":"gpt-4o","choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}

            data: {"model":"gpt-4o","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]


            """;
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = EnterpriseGptApi.ChatCompletions);
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, Body, "text/event-stream"));

        await Assert.ThrowsAsync<ProtocolException>(async () => await gpt.Client.StreamResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token));
    }

    [Fact]
    public async Task A_refusal_reads_the_same_streamed_and_whole_through_a_chat_client()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.Script(OpenAiScriptedAnswer.Refuse("I can't do that."), OpenAiScriptedAnswer.Refuse("I can't do that."));
        IChatClient chat = gpt.Client.AsChatClient(SimulatedGpt.Ada);
        ChatMessage[] talk = [new(ChatRole.User, "Do it.")];

        ChatResponse whole = await chat.GetResponseAsync(talk, cancellationToken: SimulatedGpt.Token);
        ChatResponse streamed = (await chat.GetStreamingResponseAsync(talk, cancellationToken: SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token)).ToChatResponse();

        Assert.Equal(("I can't do that.", "I can't do that."), (whole.Text, streamed.Text));
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_can_be_asked_for()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => o.AdminApiKey = s.AdminApiKey);

        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(DateOnly.MaxValue.AddDays(-3), DateOnly.MaxValue), SimulatedGpt.Token);

        Assert.Empty(stats.Rows);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("港")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("!")]
    [InlineData("\ud800")]
    [InlineData("\u0301")]
    public void A_megabyte_without_a_space_is_counted_and_cut_in_a_bounded_time(string letter)
    {
        string text = string.Concat(Enumerable.Repeat(letter, 1_000_000 / letter.Length));
        TokenCounter.Shared.Count("warm");
        long start = Stopwatch.GetTimestamp();

        int tokens = TokenCounter.Shared.Count(text);
        TimeSpan counted = Stopwatch.GetElapsedTime(start);
        string cut = TokenCounter.Shared.Trim(text, tokens / 2);
        TimeSpan all = Stopwatch.GetElapsedTime(start);

        Assert.True(tokens > 1000 && cut.Length < text.Length);
        Assert.True(all < TimeSpan.FromMinutes(3), $"Counted in {counted}, all in {all}.");
    }

    [Fact]
    public async Task A_ledger_in_memory_stays_bounded_whatever_models_are_named()
    {
        InMemoryUsageLedger ledger = new(mostKeysPerMonth: 4);
        for (int i = 0; i < 500; i++)
        {
            await ledger.AppendAsync(new(new(new(2026, 11, 28), string.Empty, "user:a", "t", "generate_response", $"model-{i}"), new() { Requests = 1 }), SimulatedGpt.Token);
        }

        IReadOnlyList<UsageEntry> kept = await ledger.ReadAsync(new(2026, 11, 1), new(2026, 11, 30), SimulatedGpt.Token);

        Assert.Equal(500, kept.Sum(entry => entry.Figures.Requests));
        Assert.InRange(kept.Count, 1, 50);
    }

    [Theory]
    [InlineData("sk-one", "sk-two", false)]
    [InlineData("sk-one", "sk-one", true)]
    public void Instances_share_a_pace_only_where_their_keys_or_projects_say_that_they_share_a_quota(string first, string second, bool isShared)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddEnterpriseGpt("one", o => o.ApiKey = first).AddEnterpriseGpt("two", o => o.ApiKey = second);
        using ServiceProvider built = services.BuildServiceProvider();

        EnterpriseGptConnection Of(string instance) => built.GetRequiredKeyedService<EnterpriseGptConnection>(new IntegrationName("enterprise-gpt", instance).ToString());

        Assert.Equal(isShared, ReferenceEquals(Of("one").Pacer, Of("two").Pacer));
        Assert.Equal(isShared, Of("one").HttpSettings.QuotaKey == Of("two").HttpSettings.QuotaKey);
        Assert.DoesNotContain("sk-one", Of("one").HttpSettings.QuotaKey, StringComparison.Ordinal);
    }
}
