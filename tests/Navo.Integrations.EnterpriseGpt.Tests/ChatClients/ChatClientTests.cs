using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;

namespace Navo.Integrations.EnterpriseGpt.Tests.ChatClients;

/// <summary>Enterprise GPT as a chat client of Microsoft.Extensions.AI, and any chat client as its model.</summary>
public sealed class ChatClientTests
{
    private static readonly ChatMessage[] Talk =
    [
        new(ChatRole.System, "You are the harbour office. The harbour opens at seven."),
        new(ChatRole.User, "Hello."),
        new(ChatRole.Assistant, "Hello, how can I help?"),
        new(ChatRole.User, "When does the harbour open?"),
    ];

    [Fact]
    public async Task Row092_it_is_handed_out_as_a_chat_client()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        using IChatClient chat = gpt.Client.AsChatClient(SimulatedGpt.Ada, "north");

        ChatResponse response = await chat.GetResponseAsync(Talk, new() { Temperature = 0.5f, MaxOutputTokens = 300 }, SimulatedGpt.Token);

        Assert.Contains("seven", response.Text, StringComparison.Ordinal);
        Assert.Equal((ChatFinishReason.Stop, "gpt-4o"), (response.FinishReason, response.ModelId));
        Assert.True(response.Usage is { InputTokenCount: > 0, OutputTokenCount: > 0 });
        string body = gpt.Simulator.Requests.Single().Body;
        Assert.Contains("\"instructions\":\"You are the harbour office. The harbour opens at seven.\"", body, StringComparison.Ordinal);
        Assert.Contains("\"temperature\":0.5", body, StringComparison.Ordinal);
        Assert.Contains("{\"role\":\"assistant\",\"content\":\"Hello, how can I help?\"}", body, StringComparison.Ordinal);
        Assert.Same(gpt.Client, chat.GetService(typeof(IEnterpriseGptClient)));
    }

    [Fact]
    public async Task Row092_it_streams_as_a_chat_client_and_ends_with_its_usage()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        IChatClient chat = gpt.Client.AsChatClient(SimulatedGpt.Ada);

        List<ChatResponseUpdate> updates = await chat.GetStreamingResponseAsync(Talk, cancellationToken: SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        ChatResponse whole = updates.ToChatResponse();

        Assert.True(updates.Count > 2);
        Assert.Contains("seven", whole.Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, whole.FinishReason);
        Assert.True(whole.Usage?.OutputTokenCount > 0);
    }

    [Fact]
    public async Task What_it_cannot_do_as_a_chat_client_is_refused_and_not_left_out()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        IChatClient chat = gpt.Client.AsChatClient(SimulatedGpt.Ada);
        ChatOptions[] refused =
        [
            new() { Tools = [AIFunctionFactory.Create(() => "x", "tool")] },
            new() { ConversationId = "c" },
            new() { StopSequences = ["."] },
            new() { TopP = 0.5f },
            new() { Seed = 1 },
            new() { ResponseFormat = ChatResponseFormat.Json },
        ];

        foreach (ChatOptions options in refused)
        {
            await Assert.ThrowsAsync<InvalidQueryException>(() => chat.GetResponseAsync(Talk, options, SimulatedGpt.Token));
        }

        await Assert.ThrowsAsync<InvalidQueryException>(() => chat.GetResponseAsync([new(ChatRole.Assistant, "x")], cancellationToken: SimulatedGpt.Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => chat.GetResponseAsync([], cancellationToken: SimulatedGpt.Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => chat.GetResponseAsync([new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])], cancellationToken: SimulatedGpt.Token));
        Assert.Empty(gpt.Simulator.Requests);
    }

    [Fact]
    public async Task Row092_any_chat_client_serves_as_the_model()
    {
        using ParrotClient parrot = new();
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) =>
        {
            o.ApiKey = null;
            o.UseChatClient(parrot);
        });

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token);
        List<ResponseUpdate> streamed = await gpt.Client.StreamResponseAsync(new("Hello again."), SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        QueryAnalysis analysis = await gpt.Client.AnalyzeQueryAsync(new("Where is Ada?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.Equal(("gpt-4o says: Hello.", GenerationOutcome.Completed, "parrot-1"), (answer.Text, answer.Outcome, answer.Model));
        Assert.Equal((new TokenUsage(7, 2, 0, 5, 1), null), (answer.Usage, answer.Cost));   // nobody knows what a parrot costs
        Assert.Equal("gpt-4o says: Hello again.", string.Concat(streamed.Select(update => update.Text)));
        Assert.Equal(GenerationOutcome.CutByTokenLimit, streamed[^1].Response!.Outcome);
        Assert.Equal(QueryAnalysisOrigin.Deterministic, analysis.Origin);
        Assert.Equal(HealthState.Healthy, health.Status);
        Assert.Empty(gpt.Simulator.Requests);
    }

    [Fact]
    public async Task A_chat_client_that_fails_fails_as_one_of_the_family_without_its_own_words()
    {
        using ParrotClient parrot = new() { Failure = new InvalidOperationException("sk-secret in a message") };
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.UseChatClient(parrot));

        Exception failure = await Assert.ThrowsAnyAsync<IntegrationException>(() => gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token));
        parrot.Failure = new HttpRequestException("down");
        await Assert.ThrowsAsync<UnavailableException>(() => gpt.Client.GenerateResponseAsync(new("Hello."), SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.DoesNotContain("sk-secret", failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class ParrotClient : IChatClient
    {
        public Exception? Failure { get; set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Failure is { } failure ? Task.FromException<ChatResponse>(failure) : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Say(messages, options)))
            {
                ModelId = "parrot-1",
                FinishReason = ChatFinishReason.Stop,
                Usage = new() { InputTokenCount = 7, CachedInputTokenCount = 2, OutputTokenCount = 5, ReasoningTokenCount = 1 },
            });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (string word in Say(messages, options).Split(' '))
            {
                await Task.Yield();
                yield return new(ChatRole.Assistant, word == "gpt-4o" ? word : $" {word}");
            }

            yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 7, OutputTokenCount = 5 })]) { FinishReason = ChatFinishReason.Length };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static string Say(IEnumerable<ChatMessage> messages, ChatOptions? options) => $"{options?.ModelId} says: {messages.Last().Text}";
    }
}
