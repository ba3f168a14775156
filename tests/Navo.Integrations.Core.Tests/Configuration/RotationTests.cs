using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Core.Tests.Configuration;

public sealed class RotationTests
{
    [Fact]
    public void Row013_a_rotated_secret_is_seen_without_a_restart()
    {
        IConfigurationRoot root = Wiki.Root(("integrations:wiki:api_token", "old"));
        using ServiceProvider services = new ServiceCollection()
            .AddOptions<WikiOptions>().Configure(o => IntegrationConfiguration.GetSection(root, Wiki.Schema).Bind(o)).Services
            .AddSingleton<IOptionsChangeTokenSource<WikiOptions>>(new ConfigurationChangeTokenSource<WikiOptions>(Options.DefaultName, root))
            .BuildServiceProvider();
        var monitor = services.GetRequiredService<IOptionsMonitor<WikiOptions>>();
        Assert.Equal("old", monitor.CurrentValue.ApiToken);

        root["integrations:wiki:api_token"] = "new";
        root.Reload();

        Assert.Equal("new", monitor.CurrentValue.ApiToken);
    }

    [Fact]
    public void Every_shared_key_is_a_property_of_the_options_and_binds()
    {
        foreach (OptionKey key in SharedOptionKeys.Keys)
        {
            WikiOptions options = new();
            string value = key.Kind == OptionKeyKind.Flag ? "false" : "7";
            IntegrationConfiguration.GetSection(Wiki.Root(($"Navo:Integrations:Wiki:{key.Name}", value)), Wiki.Schema).Bind(options);

            object? bound = key.Name.Split(':').Aggregate((object?)options, (o, name) => o!.GetType().GetProperty(name)!.GetValue(o));
            Assert.Contains(bound, new object?[] { false, 7, 7L, 7.0, TimeSpan.FromSeconds(7) });
        }
    }

    [Fact]
    public void Every_option_that_all_integrations_share_has_a_key() =>
        Assert.Equal(Leaves(typeof(IntegrationOptions), "").Order(StringComparer.Ordinal), SharedOptionKeys.Keys.Select(key => key.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Leaves(Type type, string prefix) => type.GetProperties().SelectMany(property =>
        property.PropertyType.Namespace!.StartsWith("Navo", StringComparison.Ordinal)
            ? Leaves(property.PropertyType, $"{prefix}{property.Name}:")
            : [prefix + property.Name]);

    private sealed class WikiOptions : IntegrationOptions
    {
        public string? ApiToken { get; set; }
    }
}
