using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Tests.Configuration;

/// <summary>What a configuration says arrives in the options, and what is wrong stops the start.</summary>
public sealed class ConfigurationTests
{
    private const string Own = "Navo:Integrations:EnterpriseGpt";
    private const string Source = "integrations:openai";
    private const string Secret = "sk-proj-not-to-be-shown";

    [Fact]
    public void Row003_the_keys_of_the_source_document_bind_under_its_name()
    {
        EnterpriseGptOptions options = Read(
            ($"{Source}:api_key", Secret),
            ($"{Source}:organization_id", "org-acme"),
            ($"{Source}:model", "gpt-6-luna"),
            ($"{Source}:max_tokens", "2000"),
            ($"{Source}:temperature", "0.2"),
            ($"{Source}:timeout", "45"),
            ($"{Source}:retry_attempts", "5"),
            ($"{Source}:enable_caching", "false"),
            ($"{Source}:cache_ttl", "60"));

        Assert.Equal((Secret, "org-acme", "gpt-6-luna", 2000, 0.2), (options.ApiKey, options.OrganizationId, options.Model, options.MaxTokens, options.Temperature));
        Assert.Equal((TimeSpan.FromSeconds(45), 5, false, TimeSpan.FromMinutes(1)), (options.Timeout, options.Http.MaxRetryAttempts, options.Cache.Enabled, options.Cache.Response.Lifetime));
    }

    [Theory]
    [InlineData("Navo:Integrations:EnterpriseGpt")]
    [InlineData("Navo:Integrations:OpenAi")]
    [InlineData("integrations:enterprise_gpt")]
    [InlineData("integrations:openai")]
    public void Every_name_of_the_section_binds(string section) =>
        Assert.Equal((Secret, 7), (Read(($"{section}:ApiKey", Secret), ($"{section}:MaxTokens", "7")).ApiKey, Read(($"{section}:ApiKey", Secret), ($"{section}:max_tokens", "7")).MaxTokens));

    [Fact]
    public void Where_both_sections_say_something_the_first_wins()
    {
        EnterpriseGptOptions options = Read(($"{Own}:Model", "gpt-6-sol"), ($"{Source}:model", "gpt-6-luna"), ($"{Source}:api_key", Secret));
        Assert.Equal(("gpt-6-sol", Secret), (options.Model, options.ApiKey));
    }

    [Fact]
    public void Defaults_are_those_that_were_asked_for()
    {
        EnterpriseGptOptions options = Read(($"{Own}:ApiKey", Secret));

        Assert.Equal(("gpt-4o", 4000, 0.1), (options.Model, options.MaxTokens, options.Temperature));
        Assert.Equal((TimeSpan.FromSeconds(30), 3, true, TimeSpan.FromHours(1)), (options.Timeout, options.Http.MaxRetryAttempts, options.Cache.Enabled, options.Cache.Response.Lifetime));
        Assert.Equal(["gpt-6-luna"], options.FallbackModels);
        Assert.Equal((new Uri("https://api.openai.com/v1/"), TimeSpan.FromDays(90)), (options.BaseUrl, options.ShutdownWarning));
        Assert.Null(options.AdminApiKey);
    }

    [Fact]
    public void Every_further_key_binds()
    {
        EnterpriseGptOptions options = Read(
            ($"{Own}:ApiKey", Secret),
            ($"{Own}:SecondaryApiKey", "second"),
            ($"{Own}:AdminApiKey", "admin"),
            ($"{Own}:ProjectId", "proj_1"),
            ($"{Own}:BaseUrl", "https://eu.api.openai.com/v1"),
            ($"{Own}:Api", "ChatCompletions"),
            ($"{Own}:FallbackModels", "gpt-6-sol,gpt-6-luna"),
            ($"{Own}:ReasoningTokens", "100"),
            ($"{Own}:ReasoningEffort", "low"),
            ($"{Own}:ContextTokens", "900"),
            ($"{Own}:StreamIdleTimeout", "10"),
            ($"{Own}:StreamTimeout", "120"),
            ($"{Own}:Moderation", "All"),
            ($"{Own}:VectorStores", "vs_a,vs_b"),
            ($"{Own}:OpenVectorStores", "vs_b"),
            ($"{Own}:MaxResults", "9"),
            ($"{Own}:MinimumScore", "0.35"),
            ($"{Own}:ShutdownWarning", "30"),
            ($"{Own}:Budgets:PerUser", "1.5"),
            ($"{Own}:Budgets:PerTenant", "20"),
            ($"{Own}:Budgets:Total", "300"),
            ($"{Own}:Budgets:WarnAt", "0.5"));

        Assert.Equal(("second", "admin", "proj_1", "eu.api.openai.com"), (options.SecondaryApiKey, options.AdminApiKey, options.ProjectId, options.BaseUrl.Host));
        Assert.Equal((EnterpriseGptApi.ChatCompletions, EnterpriseGptModeration.All, "low", 100, 900, 9), (options.Api, options.Moderation, options.ReasoningEffort, options.ReasoningTokens, options.ContextTokens, options.MaxResults));
        Assert.Equal(0.35, options.MinimumScore);
        Assert.Equal((10, 120, 30), (options.StreamIdleTimeout.TotalSeconds, options.StreamTimeout.TotalSeconds, options.ShutdownWarning.TotalDays));
        Assert.Equal(["gpt-6-sol", "gpt-6-luna", "vs_a", "vs_b", "vs_b"], [.. options.FallbackModels, .. options.VectorStores, .. options.OpenVectorStores]);
        Assert.Equal((1.5m, 20m, 300m, 0.5), (options.Budgets.PerUser, options.Budgets.PerTenant, options.Budgets.Total, options.Budgets.WarnAt));
    }

    [Fact]
    public void Wrong_values_stop_the_start_with_one_message_that_names_every_key_and_no_secret()
    {
        OptionsValidationException wrong = Assert.Throws<OptionsValidationException>(() => Read(
            ($"{Own}:ApiKey", Secret + " with a space"),
            ($"{Own}:SecondaryApiKey", "sk-other secret"),
            ($"{Own}:MaxTokens", "0"),
            ($"{Own}:Temperature", "9"),
            ($"{Own}:ReasoningEffort", "heroic"),
            ($"{Own}:StreamTimeout", "0"),
            ($"{Own}:MaxResults", "51"),
            ($"{Own}:MinimumScore", "1.01"),
            ($"{Own}:VectorStores", "no id"),
            ($"{Own}:OpenVectorStores", "vs_other"),
            ($"{Own}:Budgets:WarnAt", "2"),
            ($"{Own}:PricesFile", "no-such-file.json")));

        Assert.All(
            (string[])["ApiKey", "SecondaryApiKey", "MaxTokens", "Temperature", "ReasoningEffort", "StreamTimeout", "MaxResults", "MinimumScore", "VectorStores", "OpenVectorStores", "WarnAt", "PricesFile"],
            key => Assert.Contains(key, wrong.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("not-to-be-shown", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-other", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Modell", "gpt-4o")]
    [InlineData("MaxTokens", "many")]
    [InlineData("Api", "Telepathy")]
    public void A_key_that_is_unknown_or_unreadable_is_named(string key, string value)
    {
        ConfigurationException wrong = Assert.Throws<ConfigurationException>(() => Read(($"{Own}:ApiKey", Secret), ($"{Own}:{key}", value)));
        Assert.Contains(key, wrong.Message + wrong.Key, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_says_what_to_give_in_its_place() =>
        Assert.Contains("ApiKey", Assert.Throws<OptionsValidationException>(() => Read(($"{Own}:Model", "gpt-4o"))).Message, StringComparison.Ordinal);

    private static EnterpriseGptOptions Read(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal)).Build();
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddEnterpriseGpt(configuration).Services.BuildServiceProvider();
        return services.GetRequiredService<IOptionsMonitor<EnterpriseGptOptions>>().Get(string.Empty);
    }
}
