using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Generation;

/// <summary>Which model answers, and what is sent to it.</summary>
public sealed class ModelTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    [Fact]
    public async Task A_model_that_is_gone_is_replaced_and_not_asked_again_for_an_hour()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2027, 1, 20);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);

        GeneratedResponse first = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);
        GeneratedResponse second = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);
        Assert.Equal(["gpt-4o", "gpt-6-luna", "gpt-6-luna"], Asked(gpt));
        clock.Advance(TimeSpan.FromMinutes(61));
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        Assert.Equal(("gpt-4o", "gpt-6-luna", ModelFallbackReason.ModelUnavailable), (first.RequestedModel, first.Model, first.FallbackReason));
        Assert.Equal(("gpt-6-luna", ModelFallbackReason.ModelUnavailable), (second.Model, second.FallbackReason));
        Assert.Equal("gpt-4o", Asked(gpt)[3]);
        Assert.Contains("navo.enterprise_gpt.model.fallbacks", gpt.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_whose_last_day_the_api_named_is_not_asked_from_that_day_on()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2027, 1, 13);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);
        IntegrationHealth before = await gpt.FinishAsync(gpt.Client.CheckHealthAsync(SimulatedGpt.Token), TimeSpan.Zero);
        clock.Advance(TimeSpan.FromDays(1));

        GeneratedResponse answer = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        Assert.Equal(("gpt-6-luna", ModelFallbackReason.ShutdownDatePassed), (answer.Model, answer.FallbackReason));
        Assert.Equal(["gpt-6-luna"], Asked(gpt));
        Assert.Contains(before.Features, feature => feature is { Name: "model", Status: HealthState.Degraded } && feature.Detail.Contains("2027-01-14, in 1 days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, 10, 15, HealthState.Healthy)]
    [InlineData(2026, 10, 16, HealthState.Degraded)]
    public async Task Health_warns_ninety_days_before_a_model_ends(int year, int month, int day, HealthState expected)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(SimulatedGpt.ClockAt(year, month, day));

        IntegrationHealth health = await gpt.FinishAsync(gpt.Client.CheckHealthAsync(SimulatedGpt.Token), TimeSpan.Zero);

        FeatureHealth model = health.Features.Single(feature => feature.Name == "model");
        Assert.Equal((expected, new DateTimeOffset(2027, 1, 14, 0, 0, 0, TimeSpan.Zero)), (model.Status, model.EndsAt));
    }

    [Fact]
    public async Task Health_says_which_model_answers_in_place_of_one_that_is_gone()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(SimulatedGpt.ClockAt(2027, 2, 1));

        IntegrationHealth health = await gpt.FinishAsync(gpt.Client.CheckHealthAsync(SimulatedGpt.Token), TimeSpan.Zero);

        FeatureHealth model = health.Features.Single(feature => feature.Name == "model");
        Assert.Equal((HealthState.Degraded, "'gpt-4o' is gone; 'gpt-6-luna' answers in its place"), (model.Status, model.Detail));
    }

    [Fact]
    public async Task A_model_that_nobody_has_is_named_as_not_found()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Model, o.FallbackModels) = ("gpt-99", ["gpt-98"]));

        NotFoundException failure = await Assert.ThrowsAsync<NotFoundException>(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal((404, "model_not_found", "generate_response"), (failure.StatusCode, failure.ErrorCode, failure.Operation));
        Assert.Contains("FallbackModels", failure.Remedy, StringComparison.Ordinal);
        Assert.Equal(["gpt-99", "gpt-98"], Asked(gpt));
    }

    [Theory]
    [InlineData("gpt-4o", EnterpriseGptApi.Responses, true, 4000)]
    [InlineData("gpt-6-luna", EnterpriseGptApi.Responses, false, 20_000)]
    [InlineData("gpt-4o", EnterpriseGptApi.ChatCompletions, true, 4000)]
    [InlineData("gpt-6-luna", EnterpriseGptApi.ChatCompletions, false, 20_000)]
    public async Task A_model_gets_a_temperature_and_room_to_think_only_if_it_takes_them(string model, EnterpriseGptApi api, bool hasTemperature, int tokens)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Model, o.Api) = (model, api));

        await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        string body = gpt.Simulator.Requests.Single().Body;
        Assert.Equal(hasTemperature, body.Contains("\"temperature\":0.1", StringComparison.Ordinal));
        Assert.Contains(api == EnterpriseGptApi.Responses ? $"\"max_output_tokens\":{tokens}" : $"\"max_completion_tokens\":{tokens}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"max_tokens\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_turns_out_to_take_no_temperature_is_asked_without_one_from_then_on()
    {
        OpenAiOrganization organization = OpenAiOrganization.CreateBelievable();
        organization.Put(new("acme-reasoner") { IsReasoning = true });
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Model = "acme-reasoner", simulator: new() { Organization = organization });

        GeneratedResponse first = await gpt.Client.GenerateResponseAsync(Hello with { MaxTokens = 20_000 }, SimulatedGpt.Ada, SimulatedGpt.Token);
        await gpt.Client.GenerateResponseAsync(Hello with { MaxTokens = 20_000 }, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(("acme-reasoner", null), (first.Model, first.Cost));
        Assert.Equal([true, false, false], gpt.Simulator.Requests.Select(request => request.Body.Contains("\"temperature\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task An_answer_that_the_limit_cut_says_so_also_where_thinking_took_it_all(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Api, o.Model, o.ReasoningTokens) = (api, "gpt-6-luna", 0));

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Hello with { MaxTokens = 16 }, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((GenerationOutcome.CutByTokenLimit, string.Empty, false), (answer.Outcome, answer.Text, answer.IsComplete));
        Assert.True(answer.Usage.Reasoning > 0);
    }

    [Fact]
    public async Task A_model_that_the_key_may_not_use_is_a_matter_of_permission()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/responses", Fault.Status(403, """{"error":{"message":"Country not supported","type":"request_forbidden","param":null,"code":"unsupported_country_region_territory"}}"""));

        PermissionException failure = await Assert.ThrowsAsync<PermissionException>(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal("unsupported_country_region_territory", failure.ErrorCode);
        Assert.Single(gpt.Simulator.Requests);
    }

    private static string[] Asked(SimulatedGpt gpt) =>
        [.. gpt.Simulator.Requests.Where(request => request.PathAndQuery == "/v1/responses").Select(request => System.Text.Json.JsonDocument.Parse(request.Body).RootElement.GetProperty("model").GetString()!)];
}
