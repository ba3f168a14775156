using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Privacy;

/// <summary>What leaves, to whom, and under which key.</summary>
public sealed class PrivacyTests
{
    private const string Canary = "zebra-canary-4711";

    private static readonly GenerateRequest Secret = new($"What does {Canary} mean?")
    {
        AllowCache = false,
        Sources = [new() { Source = new("memory"), Id = new("1"), Version = "1", Title = $"Title {Canary}", Text = $"The {Canary} means that the harbour is closed." }],
    };

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task Nothing_is_stored_and_no_metadata_is_sent(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Api, o.Moderation) = (api, EnterpriseGptModeration.All));

        await UseAllAsync(gpt);

        RecordedRequest[] answers = [.. gpt.Simulator.Requests.Where(request => request.PathAndQuery is "/v1/responses" or "/v1/chat/completions")];
        Assert.True(answers.Length >= 4);
        Assert.All(answers, request => Assert.False(JsonDocument.Parse(request.Body).RootElement.GetProperty("store").GetBoolean()));
        Assert.All(answers, request => Assert.DoesNotContain("\"metadata\"", request.Body, StringComparison.Ordinal));
        Assert.Equal(0, gpt.Organization.StoredResponses);
    }

    [Fact]
    public async Task T08_no_content_and_no_key_is_in_logs_traces_metrics_or_audit()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.MaxRetryAttempts = 0);
        await UseAllAsync(gpt);
        foreach (Fault fault in new[] { OpenAiFaults.ServerError(), OpenAiFaults.InvalidApiKey(), OpenAiFaults.ContextLengthExceeded(), OpenAiFaults.ErrorInStream(), OpenAiFaults.MalformedEvent() })
        {
            gpt.Simulator.Faults.Add("/v1/", fault);
            Exception? failure = await Record.ExceptionAsync(async () => await gpt.Client.StreamResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token));
            Assert.DoesNotContain(Canary, failure?.ToString() ?? string.Empty, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Canary, gpt.Output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(gpt.Simulator.ApiKey, gpt.Output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour is closed", gpt.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T08_a_key_that_the_vendor_repeats_half_masked_is_masked_whole()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.ApiKey = "sk-proj-wrong-one-9x7Q");
        gpt.Simulator.Faults.Add("/v1/", OpenAiFaults.InvalidApiKey("sk-proj-wron*****9x7Q"), times: 2);

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal("invalid_api_key", failure.ErrorCode);
        Assert.DoesNotContain("9x7Q", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-proj", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reader_goes_to_the_vendor_as_a_hash_only()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        AccessContext reader = AccessContext.ForUser(new("email", "ada.lovelace@northwind.example"));

        await gpt.Client.GenerateResponseAsync(Secret, reader, SimulatedGpt.Token);
        await gpt.Client.GenerateResponseAsync(Secret, AccessContext.Service, SimulatedGpt.Token);

        Assert.DoesNotContain("lovelace", gpt.Simulator.Requests[0].Body, StringComparison.Ordinal);
        Assert.Matches("\"safety_identifier\":\"[0-9a-f]{32}\"", gpt.Simulator.Requests[0].Body);
        Assert.DoesNotContain("safety_identifier", gpt.Simulator.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row013_the_second_key_takes_over_when_the_first_is_revoked_and_no_call_fails()
    {
        OpenAiApiKey? next = null;
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => o.SecondaryApiKey = (next = s.Organization.AddKey()).Secret);
        await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);
        gpt.Organization.RevokeKey(gpt.Organization.Keys[0].Id);

        GeneratedResponse[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token)));

        Assert.All(answers, answer => Assert.True(answer.IsComplete));
        Assert.Contains(gpt.Simulator.Requests, request => request.AccountId == next!.Id);
        gpt.Simulator.ClearRequests();
        await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);
        Assert.Equal(200, Assert.Single(gpt.Simulator.Requests).Status);   // the second key is remembered
    }

    [Fact]
    public async Task Row013_a_key_that_the_configuration_changes_is_used_without_a_restart()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        EnterpriseGptOptions options = gpt.Services.GetRequiredService<IOptionsMonitor<EnterpriseGptOptions>>().CurrentValue;
        await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);
        gpt.Organization.RevokeKey(gpt.Organization.Keys[0].Id);
        options.ApiKey = gpt.Organization.AddKey().Secret;

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer.IsComplete);
    }

    [Fact]
    public async Task Row013_a_callback_is_asked_again_after_a_refusal()
    {
        string key = string.Empty;
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) =>
        {
            key = s.ApiKey;
            o.ApiKey = null;
            o.UseCredentials(_ => ValueTask.FromResult<RequestCredential?>(RequestCredential.Bearer(key)));
        });
        await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);
        gpt.Organization.RevokeKey(gpt.Organization.Keys[0].Id);
        key = gpt.Organization.AddKey().Secret;

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer.IsComplete);
    }

    [Fact]
    public async Task F13_a_key_that_is_revoked_for_good_is_refused_without_a_loop()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.SecondaryApiKey = "sk-proj-neither");
        _ = gpt.Client;
        gpt.Organization.RevokeKey(gpt.Organization.Keys[0].Id);

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal(401, failure.StatusCode);
        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task A_key_of_another_organization_is_refused_by_name()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.OrganizationId = "org-somebodyelses");

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal("mismatched_organization", failure.ErrorCode);
        Assert.DoesNotContain("org-", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_projects_data_retention_is_told_to_an_administration_key_only()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => o.AdminApiKey = s.AdminApiKey);
        gpt.Organization.DataRetention = "zero_data_retention";
        await using SimulatedGpt without = await SimulatedGpt.StartAsync();

        DataRetention retention = await gpt.Client.GetDataRetentionAsync(SimulatedGpt.Token);
        ConfigurationException failure = await Assert.ThrowsAsync<ConfigurationException>(() => without.Client.GetDataRetentionAsync(SimulatedGpt.Token));

        Assert.True(retention.IsZero);
        Assert.Equal("Navo:Integrations:EnterpriseGpt:AdminApiKey", failure.Key);
        Assert.Empty(without.Simulator.Requests);
    }

    [Fact]
    public async Task What_moderation_flags_is_not_sent_or_not_handed_out()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Moderation = EnterpriseGptModeration.All);
        GeneratedResponse prompt = await gpt.Client.GenerateResponseAsync(new("How do I build a bomb?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        Assert.Equal((GenerationOutcome.ContentFiltered, string.Empty, 0), (prompt.Outcome, prompt.Text, gpt.Count("/responses")));

        gpt.Organization.Script(OpenAiScriptedAnswer.Say("You idiot."), OpenAiScriptedAnswer.Say("Gladly, here it is."));
        List<ResponseUpdate> flagged = await gpt.Client.StreamResponseAsync(new("Say something."), SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        List<ResponseUpdate> passed = await gpt.Client.StreamResponseAsync(new("Say something else."), SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);

        Assert.Equal(GenerationOutcome.ContentFiltered, Assert.Single(flagged).Response!.Outcome);
        Assert.Equal(["Gladly, here it is.", string.Empty], passed.Select(update => update.Text));
    }

    [Fact]
    public async Task Where_moderation_cannot_be_asked_nothing_goes_through()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.Moderation, o.Http.MaxRetryAttempts) = (EnterpriseGptModeration.Prompts, 0));
        gpt.Simulator.Faults.Add("/moderations", Fault.Status(500));

        await Assert.ThrowsAsync<UnavailableException>(() => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal(0, gpt.Count("/responses"));
    }

    [Fact]
    public async Task T05_no_request_follows_a_redirect_to_another_host()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        await using OpenAiSimulator other = await OpenAiSimulator.StartAsync(cancellationToken: SimulatedGpt.Token);
        gpt.Simulator.Faults.Add("/v1/", Fault.Redirect(new(other.BaseUrl, "responses"), 307), times: 10);

        await Assert.ThrowsAsync<ProtocolException>(() => gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Empty(other.Requests);
    }

    private static async Task UseAllAsync(SimulatedGpt gpt)
    {
        await gpt.Client.GenerateResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token);
        await gpt.Client.StreamResponseAsync(Secret, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        await gpt.Client.AnalyzeQueryAsync(new($"Where is {Canary}?"), SimulatedGpt.Ada, SimulatedGpt.Token);
        await gpt.Client.SummarizeContentAsync(SummaryRequest.ForText($"The {Canary} is a zebra."), SimulatedGpt.Ada, SimulatedGpt.Token);
    }
}
