using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Navo.Integrations.EnterpriseGpt.Tests.Configuration;

/// <summary>What a configuration says of answers arrives in the assistant's options, and what is wrong is named.</summary>
public sealed class KnowledgeAssistantConfigurationTests
{
    private const string Own = "Navo:Integrations:KnowledgeAssistant";
    private const string Source = "integrations:knowledge_assistant";

    [Fact]
    public void Row003_every_key_binds()
    {
        KnowledgeAssistantOptions options = Read(
            ($"{Own}:MaxSearches", "2"),
            ($"{Own}:MaxItems", "3"),
            ($"{Own}:MaxPassages", "4"),
            ($"{Own}:PassageTokens", "50"),
            ($"{Own}:ContextTokens", "600"),
            ($"{Own}:HistoryTokens", "70"),
            ($"{Own}:SummaryTokens", "80"),
            ($"{Own}:MaxParallel", "9"),
            ($"{Own}:SearchTimeout", "11"),
            ($"{Own}:ContentTimeout", "00:00:12"),
            ($"{Own}:PermissionTimeout", "1.5"),
            ($"{Own}:MaxPermissionAge", "60"),
            ($"{Source}:on_unsupported", "mark"),
            ($"{Source}:unsupported_mark", "(?)"),
            ($"{Source}:dont_know_text", "No idea."),
            ($"{Source}:allow_extractive", "false"),
            ($"{Source}:extractive_sentences", "5"),
            ($"{Source}:sensitivity:summary_only:0", "Internal: drafts"),
            ($"{Source}:sensitivity:never", "board, salaries"),
            ($"{Source}:default_sensitivity", "metadata_only"),
            ($"{Source}:exclude_suspicious", "true"),
            ($"{Source}:stale_after", "30"));

        Assert.Equal((2, 3, 4, 50, 600, 70, 80, 9, 5), (options.MaxSearches, options.MaxItems, options.MaxPassages, options.PassageTokens, options.ContextTokens, options.HistoryTokens, options.SummaryTokens, options.MaxParallel, options.ExtractiveSentences));
        Assert.Equal((11, 12, 1.5, 60, 30), (options.SearchTimeout.TotalSeconds, options.ContentTimeout.TotalSeconds, options.PermissionTimeout.TotalSeconds, options.MaxPermissionAge.TotalSeconds, options.StaleAfter.TotalDays));
        Assert.Equal((UnsupportedSentence.Mark, "(?)", "No idea.", false, true), (options.OnUnsupported, options.UnsupportedMark, options.DontKnowText, options.AllowExtractive, options.ExcludeSuspicious));
        Assert.Equal(["board Never", "Internal: drafts SummaryOnly", "salaries Never"], options.Sensitivity.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal((SensitivityLevel.Never, SensitivityLevel.MetadataOnly), (options.Sensitivity["BOARD"], options.DefaultSensitivity));
    }

    [Fact]
    public void Every_option_has_a_key() => Assert.Equal(
        typeof(KnowledgeAssistantOptions).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
        KnowledgeAssistantSchema.Instance.Keys.Select(key => key.Name.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Without_a_section_the_defaults_stay() =>
        Assert.Equal((4, TimeSpan.FromSeconds(10), 0), (Read().MaxSearches, Read().SearchTimeout, Read().Sensitivity.Count));

    [Fact]
    public void Code_goes_over_the_configuration()
    {
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations()
            .AddKnowledgeAssistant(Configuration(($"{Own}:MaxItems", "3"), ($"{Own}:MaxPassages", "4"))).AddKnowledgeAssistant(o => o.MaxItems = 7).Services.BuildServiceProvider();

        KnowledgeAssistantOptions options = services.GetRequiredService<IOptions<KnowledgeAssistantOptions>>().Value;

        Assert.Equal((7, 4), (options.MaxItems, options.MaxPassages));
    }

    [Fact]
    public void A_change_counts_without_a_restart()
    {
        IConfigurationRoot configuration = Configuration(($"{Own}:MaxItems", "3"));
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddKnowledgeAssistant(configuration).Services.BuildServiceProvider();
        IOptionsMonitor<KnowledgeAssistantOptions> monitor = services.GetRequiredService<IOptionsMonitor<KnowledgeAssistantOptions>>();
        Assert.Equal(3, monitor.CurrentValue.MaxItems);

        configuration[$"{Own}:MaxItems"] = "5";
        configuration.Reload();

        Assert.Equal(5, monitor.CurrentValue.MaxItems);
    }

    [Theory]
    [InlineData("MaxSearches", "11")]
    [InlineData("MaxItems", "0")]
    [InlineData("PassageTokens", "31")]
    [InlineData("MaxParallel", "33")]
    [InlineData("ExtractiveSentences", "0")]
    [InlineData("SearchTimeout", "0")]
    [InlineData("ContentTimeout", "301")]
    [InlineData("PermissionTimeout", "00:06:00")]
    [InlineData("MaxPermissionAge", "3601")]
    [InlineData("StaleAfter", "0")]
    public void A_value_out_of_bounds_is_refused_by_its_key(string key, string value) =>
        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => Read(($"{Own}:{key}", value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("MaxItem", "3")]
    [InlineData("MaxItems", "many")]
    [InlineData("OnUnsupported", "Shout")]
    [InlineData("AllowExtractive", "perhaps")]
    [InlineData("Sensitivity:Secret", "board")]
    [InlineData("Sensitivity:board", "Never")]
    public void A_key_that_is_unknown_or_unreadable_is_named(string key, string value) =>
        Assert.Equal($"{Own}:{key}", Assert.Throws<ConfigurationException>(() => Read(($"{Own}:{key}", value))).Key);

    [Fact]
    public void A_label_below_two_levels_is_refused()
    {
        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Read(($"{Own}:Sensitivity:Full", "Board"), ($"{Own}:Sensitivity:Never", "board")));

        Assert.Equal($"{Own}:Sensitivity:Never", refused.Key);
    }

    private static KnowledgeAssistantOptions Read(params (string Key, string Value)[] settings)
    {
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddKnowledgeAssistant(Configuration(settings)).Services.BuildServiceProvider();
        return services.GetRequiredService<IOptionsMonitor<KnowledgeAssistantOptions>>().CurrentValue;
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal)).Build();
}
