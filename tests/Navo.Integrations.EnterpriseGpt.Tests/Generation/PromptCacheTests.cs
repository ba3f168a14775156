using System.Text.Json;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;

namespace Navo.Integrations.EnterpriseGpt.Tests.Generation;

/// <summary>Prompts begin alike, so that the vendor's own cache holds their beginning.</summary>
public sealed class PromptCacheTests
{
    private static readonly string Rules = string.Join('\n', Enumerable.Range(1, 150).Select(i => $"Rule {i}: answer from the passages, briefly, and say so where they hold no answer."));

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task The_second_question_under_the_same_system_prompt_is_cheaper_and_says_by_how_much(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
        GenerateRequest Ask(string question) => new(question) { Instructions = Rules, AllowCache = false };

        GeneratedResponse first = await gpt.Client.GenerateResponseAsync(Ask("When does the harbour open?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse second = await gpt.Client.GenerateResponseAsync(Ask("Who assigns the berths?"), SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Equal((0, 0.0), (first.Usage.CachedInput, first.Usage.CachedShare));
        Assert.InRange(second.Usage.CachedShare, 0.8, 1);
        Assert.True(second.Cost < first.Cost, $"{second.Cost} after {first.Cost}");
        string[] keys = [.. gpt.Simulator.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("prompt_cache_key").GetString()!)];
        Assert.Single(keys.Distinct());
        Assert.InRange(keys[0].Length, 1, 64);
    }

    [Fact]
    public async Task What_varies_comes_after_what_stays()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        GroundingSource source = new() { Source = new("memory"), Id = new("1"), Version = "1", Title = "Berths", Text = "The harbour office assigns berths." };

        await gpt.Client.GenerateResponseAsync(new("Who assigns berths?") { Sources = [source] }, SimulatedGpt.Ada, SimulatedGpt.Token);

        JsonElement body = JsonDocument.Parse(gpt.Simulator.Requests.Single().Body).RootElement;
        string input = body.GetProperty("input")[0].GetProperty("content").GetString()!;
        Assert.DoesNotContain("berths", body.GetProperty("instructions").GetString()!, StringComparison.OrdinalIgnoreCase);
        Assert.True(input.IndexOf("<passage", StringComparison.Ordinal) < input.IndexOf("<question>", StringComparison.Ordinal));
    }
}
