using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Tests.Configuration;

public sealed class HouseSectionTests
{
    [Fact]
    public void The_sections_of_all_integrations_are_read_with_bare_numbers_as_seconds()
    {
        using ServiceProvider services = Services(
            ("Navo:Integrations:Audit:FailClosed", "false"),
            ("integrations:audit:write_timeout", "7"),
            ("integrations:audit:file:path", "audit.jsonl"),
            ("integrations:audit:file:format", "ocsf"),
            ("Navo:Integrations:Audit:File:MaxBytes", "100000"),
            ("integrations:audit:file:keep_files", "9"),
            ("Navo:Integrations:CacheStore:ContentMaxBytes", "2097152"),
            ("integrations:cache_store:second_level_timeout", "2"));

        AuditOptions audit = services.GetRequiredService<IOptions<AuditOptions>>().Value;
        CacheStoreOptions store = services.GetRequiredService<IOptions<CacheStoreOptions>>().Value;
        Assert.Equal((false, TimeSpan.FromSeconds(7)), (audit.FailClosed, audit.WriteTimeout));
        Assert.Equal(("audit.jsonl", AuditFormat.Ocsf, 100_000L, 9), (audit.File.Path, audit.File.Format, audit.File.MaxBytes, audit.File.KeepFiles));
        Assert.Equal((2L << 20, TimeSpan.FromSeconds(2)), (store.ContentMaxBytes, store.SecondLevelTimeout));
    }

    [Fact]
    public void A_section_that_nobody_knows_is_refused_with_its_name_and_the_nearest_one()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Services(("Navo:Integrations:Big_Wikki:BaseUrl", "https://wiki.test")));

        Assert.Equal("Navo:Integrations:Big_Wikki", refusal.Key);
        Assert.Contains("'big-wiki'", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Navo:Integrations:Audit:WriteTimeout", "0")]
    [InlineData("Navo:Integrations:Audit:File:KeepFiles", "0")]
    [InlineData("Navo:Integrations:Audit:File:MaxBytes", "100")]
    [InlineData("Navo:Integrations:CacheStore:ContentMaxBytes", "100")]
    [InlineData("Navo:Integrations:CacheStore:EncryptionKeys", "k1:c2hvcnQ=")]
    [InlineData("Navo:Integrations:CacheStore:SecondLevelTimeout", "0")]
    [InlineData("Navo:Integrations:CacheStore:SecondLevelBreakDuration", "10000")]
    public void A_value_out_of_bounds_is_refused_by_its_key(string key, string value)
    {
        using ServiceProvider services = Services((key, value));

        var refusal = Assert.Throws<OptionsValidationException>(() =>
            (services.GetRequiredService<IOptions<AuditOptions>>().Value, services.GetRequiredService<IOptions<CacheStoreOptions>>().Value));

        Assert.StartsWith($"{key} must be", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_section_does_not_know_is_refused()
    {
        using ServiceProvider services = Services(("Navo:Integrations:Audit:Timeout", "5"));

        var refusal = Assert.Throws<ConfigurationException>(() => services.GetRequiredService<IOptions<AuditOptions>>().Value);

        Assert.Equal("Navo:Integrations:Audit:Timeout", refusal.Key);
    }

    [Fact]
    public void A_switch_that_is_none_is_refused_at_the_start_and_not_when_a_search_is_traced()
    {
        using ServiceProvider services = Services(("Navo:Integrations:Telemetry:IncludeQueryText", "perhaps"));

        Exception? refusal = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Navo:Integrations:Telemetry:IncludeQueryText", refusal?.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings) =>
        new ServiceCollection().AddNavoIntegrations().AddSharedConfiguration(Wiki.Root(settings), "big-wiki").Services.BuildServiceProvider();
}
