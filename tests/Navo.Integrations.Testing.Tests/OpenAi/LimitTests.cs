using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>Limits, quota, prompt cache and what was used.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Without_a_limit_no_header_tells_of_one()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.AskAsync("How many vacation days?");

        Assert.DoesNotContain(reply.Headers.Keys, k => k.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Requests_beyond_the_limit_wait_until_the_bucket_refills()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.RateLimit = new(2, 100_000));

        OpenAiReply first = await world.AskAsync("How many vacation days?");
        await world.AskAsync("How many vacation days?");
        OpenAiReply third = await world.AskAsync("How many vacation days?");
        OpenAiReply models = await world.SendAsync(HttpMethod.Get, "models");
        world.Time.Advance(TimeSpan.FromSeconds(30));
        OpenAiReply later = await world.AskAsync("How many vacation days?");

        Assert.Equal(("2", "1", "30s"), (first.Headers["x-ratelimit-limit-requests"], first.Headers["x-ratelimit-remaining-requests"], first.Headers["x-ratelimit-reset-requests"]));
        Assert.Equal((429, "requests", "rate_limit_exceeded"), (third.Status, third.Error["type"]!.GetValue<string>(), third.Error["code"]!.GetValue<string>()));
        Assert.Equal(("1m0s", "30", "30000"), (third.Headers["x-ratelimit-reset-requests"], third.Headers["retry-after"], third.Headers["retry-after-ms"]));
        Assert.Contains("Please try again in 30s.", third.Error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(models.Headers.Keys, k => k.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(200, later.Status);
    }

    [Fact]
    public async Task The_output_that_is_allowed_counts_towards_the_limit_of_tokens()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.RateLimits["gpt-4o"] = new(100, 1000));

        OpenAiReply small = await world.AskAsync("How many vacation days?", new() { ["max_output_tokens"] = 500 });
        OpenAiReply second = await world.AskAsync("How many vacation days?", new() { ["max_output_tokens"] = 500 });
        OpenAiReply huge = await world.AskAsync("How many vacation days?", new() { ["max_output_tokens"] = 5000 });

        Assert.Equal(200, small.Status);
        Assert.Equal((429, "tokens"), (second.Status, second.Error["type"]!.GetValue<string>()));
        Assert.StartsWith("Request too large for gpt-4o", huge.Error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(12, "12ms")]
    [InlineData(1500, "1.5s")]
    [InlineData(360_000, "6m0s")]
    [InlineData(3_723_004, "1h2m3.004s")]
    public void Durations_are_written_as_Go_does(int milliseconds, string text) => Assert.Equal(text, GoDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public async Task A_quota_that_is_used_up_refuses_all_further_calls()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.QuotaDollars = 0.0001m);

        OpenAiReply first = await world.AskAsync("How many vacation days?");
        OpenAiReply second = await world.AskAsync("How many vacation days?");

        Assert.Equal(200, first.Status);
        Assert.Equal((429, "insufficient_quota", "insufficient_quota"), (second.Status, second.Error["type"]!.GetValue<string>(), second.Error["code"]!.GetValue<string>()));
        Assert.Single(world.Organization.Usage);
    }

    [Fact]
    public async Task The_beginning_of_a_prompt_is_cached_for_its_key_in_steps_of_128_tokens()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        string rules = string.Join(' ', Enumerable.Range(1000, 1500));
        async Task<int> CachedAsync(string key, string question)
        {
            OpenAiReply reply = await world.AskAsync(question, new() { ["instructions"] = rules, ["prompt_cache_key"] = key });
            return reply.Body["usage"]!["input_tokens_details"]!["cached_tokens"]!.GetValue<int>();
        }

        Assert.Equal(0, await CachedAsync("a", "How many vacation days?"));
        Assert.Equal(1536, await CachedAsync("a", "When does the canteen open, and what does a lunch cost?"));
        Assert.Equal(0, await CachedAsync("b", "How many vacation days?"));
        world.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await CachedAsync("a", "How many vacation days?"));
        Assert.Equal([0, 1536, 0, 0], world.Organization.Usage.Select(u => u.CachedTokens));
        Assert.True(world.Organization.Usage[1].Cost < world.Organization.Usage[0].Cost);
    }

    [Fact]
    public async Task Usage_is_told_by_the_hour_and_the_model_page_by_page()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        await world.AskAsync("How many vacation days?");
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.ChatAsync("How many vacation days?", new() { ["model"] = "gpt-4o-mini" });
        await world.ChatAsync("How many vacation days?");
        world.UseKey(world.Simulator.AdminApiKey);
        long start = world.Time.GetUtcNow().AddHours(-2).ToUnixTimeSeconds();

        JsonNode first = await world.GetAsync($"organization/usage/completions?start_time={start}&bucket_width=1h&group_by=model&limit=2");
        JsonNode second = await world.GetAsync(
            $"organization/usage/completions?start_time={start}&bucket_width=1h&group_by=model&limit=2&page={first["next_page"]}");

        Assert.Equal([1, 0], first["data"]!.AsArray().Select(b => b!["results"]!.AsArray().Count));
        Assert.Equal(["gpt-4o-mini", "gpt-4o"], second["data"]![0]!["results"]!.AsArray().Select(r => r!["model"]!.GetValue<string>()));
        Assert.False(second["has_more"]!.GetValue<bool>());
        Assert.Equal(world.Organization.Usage[0].OutputTokens, first["data"]![0]!["results"]![0]!["output_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Costs_add_up_to_what_was_spent()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        await world.AskAsync("How many vacation days?");
        await world.PostAsync("embeddings", new() { ["model"] = "text-embedding-3-small", ["input"] = "vacation" });
        world.UseKey(world.Simulator.AdminApiKey);

        JsonNode costs = await world.GetAsync($"organization/costs?start_time={world.Time.GetUtcNow().ToUnixTimeSeconds()}&group_by=line_item");

        JsonArray lines = costs["data"]![0]!["results"]!.AsArray();
        Assert.Equal(["gpt-4o, input", "gpt-4o, output", "text-embedding-3-small, input"], lines.Select(l => l!["line_item"]!.GetValue<string>()).Order());
        Assert.Equal(world.Organization.SpentDollars, lines.Sum(l => l!["amount"]!["value"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Zero_data_retention_stores_nothing_and_is_told_to_the_admin()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.DataRetention = "zero_data_retention");
        await world.AskAsync("How many vacation days?", new() { ["store"] = true });
        world.UseKey(world.Simulator.AdminApiKey);

        JsonNode retention = await world.GetAsync($"organization/projects/{world.Simulator.ProjectId}/data_retention");

        Assert.Equal("zero_data_retention", retention["type"]!.GetValue<string>());
        Assert.Equal(0, world.Organization.StoredResponses);
    }
}
