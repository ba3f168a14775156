using System.ClientModel;
using System.Text;
using Navo.Integrations.Testing.OpenAi;
using OpenAI.Chat;
using OpenAI.Responses;

namespace Navo.Integrations.Testing.Tests.OpenAi;

public sealed class OpenAiFaultTests
{
    private const string Question = $"{OpenAiWorld.Handbook}\n\nQuestion: How many days of vacation does an employee have?";

    public static TheoryData<string, int, string?> Refusals => new()
    {
        { "requests", 429, "rate_limit_exceeded" },
        { "quota", 429, "insufficient_quota" },
        { "key", 401, "invalid_api_key" },
        { "organization", 401, "mismatched_organization" },
        { "model", 404, "model_not_found" },
        { "context", 400, "context_length_exceeded" },
        { "server", 500, null },
        { "overloaded", 503, null },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task The_vendors_library_reads_each_refusal(string name, int status, string? code)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/responses", name switch
        {
            "requests" => OpenAiFaults.RateLimited(TimeSpan.FromMinutes(6)),
            "quota" => OpenAiFaults.InsufficientQuota(),
            "key" => OpenAiFaults.InvalidApiKey(),
            "organization" => OpenAiFaults.WrongOrganization(),
            "model" => OpenAiFaults.ModelNotFound("gpt-4o"),
            "context" => OpenAiFaults.ContextLengthExceeded(),
            "server" => OpenAiFaults.ServerError(),
            _ => OpenAiFaults.Overloaded(),
        });

        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(
            () => world.Library.GetResponsesClient().CreateResponseAsync("gpt-4o", Question, cancellationToken: OpenAiWorld.Stop));

        Assert.Equal(status, error.Status);
        Assert.Contains(code ?? "server_error", error.Message, StringComparison.Ordinal);
        Assert.Empty(world.Organization.Usage);
    }

    [Fact]
    public async Task A_rate_limit_tells_its_wait_in_the_headers_that_are_asked_for()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/responses", OpenAiFaults.RateLimited(TimeSpan.FromMinutes(6), "tokens"));
        world.Simulator.Faults.Add("/responses", OpenAiFaults.RateLimited(TimeSpan.FromSeconds(1.5), retryAfter: TimeSpan.FromSeconds(1.2), retryAfterMs: TimeSpan.FromMilliseconds(1200)));

        OpenAiReply tokens = await world.AskAsync("?");
        OpenAiReply requests = await world.AskAsync("?");

        Assert.Equal(("0", "6m0s"), (tokens.Headers["x-ratelimit-remaining-tokens"], tokens.Headers["x-ratelimit-reset-tokens"]));
        Assert.DoesNotContain("Retry-After", tokens.Headers.Keys);
        Assert.Equal(("1.5s", "2", "1200"), (requests.Headers["x-ratelimit-reset-requests"], requests.Headers["Retry-After"], requests.Headers["retry-after-ms"]));
    }

    [Fact]
    public async Task A_stream_in_pieces_of_any_size_is_read_whole()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.Script(Enumerable.Repeat(OpenAiScriptedAnswer.Say("Grüße 🌊 aus Husum"), 10)));
        foreach (int size in Enumerable.Range(1, 5))
        {
            world.Simulator.Faults.Add("/responses", OpenAiFaults.SplitStream(size));
            world.Simulator.Faults.Add("/chat/completions", OpenAiFaults.SplitStream(size));

            Assert.Equal("Grüße 🌊 aus Husum", await ReadResponseAsync(world));
            Assert.Equal("Grüße 🌊 aus Husum", await ReadChatAsync(world));
        }
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("failed", "response.failed")]
    public async Task A_stream_that_fails_ends_with_the_vendors_event_and_bills_what_was_generated(string name, string type)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/responses", name == "error" ? OpenAiFaults.ErrorInStream(8) : OpenAiFaults.FailedInStream(8));

        OpenAiReply reply = await world.AskAsync("How many vacation days?", new() { ["stream"] = true });

        Assert.Equal(200, reply.Status);
        Assert.Equal(9, reply.Events.Count);
        Assert.Equal(type, reply.Events[^1]["type"]!.GetValue<string>());
        Assert.Equal(Enumerable.Range(0, 9), reply.Events.Select(e => e["sequence_number"]!.GetValue<int>()));
        OpenAiUsage usage = Assert.Single(world.Organization.Usage);
        Assert.True(usage.IsCancelled);
        Assert.Equal(5, usage.OutputTokens);
        Assert.Equal(0, world.Organization.StoredResponses);
    }

    [Fact]
    public async Task An_error_within_a_chat_stream_has_the_form_of_a_refusal()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/chat/completions", OpenAiFaults.ErrorInStream(2));

        OpenAiReply reply = await world.ChatAsync("How many vacation days?", new() { ["stream"] = true });

        Assert.Equal("server_error", reply.Events[^1]["error"]!["type"]!.GetValue<string>());
        Assert.DoesNotContain("[DONE]", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_is_cut_throws_with_whoever_reads_it()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/chat/completions", OpenAiFaults.CutInStream());

        await Assert.ThrowsAnyAsync<Exception>(() => ReadChatAsync(world));

        Assert.True((await world.BilledAsync()).IsCancelled);
    }

    [Fact]
    public async Task A_malformed_event_and_an_early_end_are_sent_as_asked_for()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/chat/completions", OpenAiFaults.MalformedEvent(2)).Add("/responses", OpenAiFaults.EndOfStream(3));

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => ReadChatAsync(world));
        OpenAiReply early = await world.AskAsync("How many vacation days?", new() { ["stream"] = true });

        Assert.Equal(3, early.Events.Count);
    }

    [Fact]
    public async Task A_stalled_stream_waits_until_the_caller_leaves_and_generates_no_more()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        world.Simulator.Faults.Add("/chat/completions", OpenAiFaults.StallInStream(3));
        using CancellationTokenSource leave = CancellationTokenSource.CreateLinkedTokenSource(OpenAiWorld.Stop);
        int pieces = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (StreamingChatCompletionUpdate update in world.Library.GetChatClient("gpt-4o").CompleteChatStreamingAsync([new UserChatMessage(Question)], cancellationToken: leave.Token))
            {
                if (++pieces == 3)
                {
                    await leave.CancelAsync();
                }
            }
        });

        OpenAiUsage usage = await world.BilledAsync();
        Assert.True(usage.IsCancelled);
        Assert.Equal(3, usage.OutputTokens);
    }

    [Fact]
    public async Task Leaving_in_the_middle_of_an_answer_stops_the_bill()
    {
        OpenAiOrganization organization = OpenAiOrganization.CreateBelievable();
        organization.Script(OpenAiScriptedAnswer.Say(string.Join(' ', Enumerable.Repeat("tide", 5000))));
        await using OpenAiWorld world = await OpenAiWorld.StartSlowlyAsync(organization, TimeSpan.FromMilliseconds(5));
        using CancellationTokenSource leave = CancellationTokenSource.CreateLinkedTokenSource(OpenAiWorld.Stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (StreamingChatCompletionUpdate update in world.Library.GetChatClient("gpt-4o").CompleteChatStreamingAsync([new UserChatMessage(Question)], cancellationToken: leave.Token))
            {
                await leave.CancelAsync();
            }
        });

        OpenAiUsage usage = await world.BilledAsync();
        Assert.True(usage.IsCancelled);
        Assert.InRange(usage.OutputTokens, 0, 2000);
    }

    private static async Task<string> ReadChatAsync(OpenAiWorld world)
    {
        StringBuilder text = new();
        await foreach (StreamingChatCompletionUpdate update in world.Library.GetChatClient("gpt-4o").CompleteChatStreamingAsync([new UserChatMessage(Question)], cancellationToken: OpenAiWorld.Stop))
        {
            text.Append(string.Concat(update.ContentUpdate.Select(c => c.Text)));
        }

        return text.ToString();
    }

    private static async Task<string> ReadResponseAsync(OpenAiWorld world)
    {
        StringBuilder text = new();
        CreateResponseOptions options = new("gpt-4o", [ResponseItem.CreateUserMessageItem(Question)]) { StreamingEnabled = true };
        await using var stream = await world.Library.GetResponsesClient().CreateResponseStreamingAsync(options, OpenAiWorld.Stop);
        await foreach (StreamingResponseUpdate update in stream)
        {
            text.Append((update as StreamingResponseOutputTextDeltaUpdate)?.Delta);
        }

        return text.ToString();
    }
}
