using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Tests.Configuration;

namespace Navo.Integrations.Core.Tests.Alerts;

public sealed class AlertOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(new AlertOptionsRules().Validate(null, new()).Succeeded);

    [Fact]
    public void Every_option_has_a_key_and_every_key_binds()
    {
        Assert.Equal(Leaves(typeof(AlertOptions), "").Order(StringComparer.Ordinal), AlertOptionKeys.Keys.Select(key => key.Name).Order(StringComparer.Ordinal));
        foreach (OptionKey key in AlertOptionKeys.Keys)
        {
            AlertOptions options = new();
            string value = key.Kind switch { OptionKeyKind.Flag => "false", OptionKeyKind.Address => "https://x.example.com/", _ => "7" };
            IntegrationConfiguration.GetSection(Wiki.Root(($"Navo:Integrations:Alerts:{key.Name}", value)), HouseSections.Alerts).Bind(options);

            object? bound = key.Name.Split(':').Aggregate((object?)options, (o, name) => o!.GetType().GetProperty(name)!.GetValue(o));
            Assert.Contains(bound, new object?[] { false, 7, 7.0, "7", new Uri("https://x.example.com/"), TimeSpan.FromSeconds(7), TimeSpan.FromDays(7) });
        }
    }

    [Theory]
    [InlineData("EvaluationInterval", "0")]
    [InlineData("Window", "59")]
    [InlineData("MinimumCalls", "0")]
    [InlineData("ErrorRate:RaiseAt", "1.5")]
    [InlineData("ErrorRate:ClearAt", "0.2")]
    [InlineData("QuotaUsed:RaiseAt", "0")]
    [InlineData("BudgetUsed:ClearAt", "0.9")]
    [InlineData("AuthenticationFailures:ClearAt", "3")]
    [InlineData("ResponseTime:ClearAt", "15")]
    [InlineData("SyncLag:RaiseAt", "0")]
    [InlineData("Expiry:ClearAt", "30")]
    [InlineData("Unhealthy:RaiseAfter", "1.00:00:01")]
    [InlineData("BreakerOpen:ClearAfter", "100000")]
    [InlineData("Webhook:Url", "http://hooks.example.com/")]
    [InlineData("Webhook:Url", "https://hooks.example.com/?token=1")]
    [InlineData("Webhook:MaxAttempts", "7")]
    [InlineData("Webhook:Timeout", "31")]
    public void A_value_out_of_bounds_is_refused_by_its_key(string key, string value)
    {
        using ServiceProvider services = Services(Wiki.Root(($"Navo:Integrations:Alerts:{key}", value), ("Navo:Integrations:Alerts:Webhook:Secret", "0123456789abcdef")));

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AlertOptions>>().Value);

        Assert.Contains(refusal.Failures, failure => failure.StartsWith($"Navo:Integrations:Alerts:{key} must ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://hooks.example.com/alerts", "too-short", false)]
    [InlineData("https://hooks.example.com/alerts", "0123456789abcdef", true)]
    [InlineData("http://127.0.0.1:5000/alerts", "0123456789abcdef", true)]
    public void A_webhook_takes_a_secret(string url, string secret, bool isValid)
    {
        AlertOptions options = new() { Webhook = { Url = new(url), Secret = secret } };

        ValidateOptionsResult result = new AlertOptionsRules().Validate(null, options);

        Assert.Equal(isValid, result.Succeeded);
        Assert.DoesNotContain(secret, result.FailureMessage ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_configuration_counts_at_once_for_every_integration_and_a_wrong_one_never()
    {
        IConfigurationRoot root = Wiki.Root(("Navo:Integrations:Alerts:BudgetUsed:RaiseAt", "0.9"));
        using AlertWorld world = new(build: builder => builder.AddSharedConfiguration(root));
        Assert.Empty(world.See(AlertRule.BudgetUsed, 0.85));
        world.Source.Readings = [new(AlertRule.BudgetUsed, new("late"), 1)]; // one of which nobody has heard before
        Assert.Equal("budget_used:late", Assert.Single(world.Monitor.Evaluate()).Key);

        root["Navo:Integrations:Alerts:BudgetUsed:RaiseAt"] = "7";
        Assert.ThrowsAny<Exception>(root.Reload);
        Assert.Empty(world.See(AlertRule.BudgetUsed, 0.85));

        root["Navo:Integrations:Alerts:BudgetUsed:RaiseAt"] = "0.8";
        root.Reload();
        Assert.Single(world.See(AlertRule.BudgetUsed, 0.85));

        root["Navo:Integrations:Alerts:BudgetUsed:Enabled"] = "false";
        root.Reload();
        Assert.False(world.See(AlertRule.BudgetUsed, 0.85).Single(static alert => alert.Integration == AlertWorld.Wiki).IsOpen);
    }

    [Fact]
    public void One_integration_may_differ_from_the_others()
    {
        using AlertWorld world = new(build: static builder => builder
            .AddAlerts(static options => options.BudgetUsed.RaiseAt = 0.9)
            .AddAlerts(new IntegrationName("enterprise-gpt"), static options => options.BudgetUsed.RaiseAt = 0.95));
        world.Source.Readings = [new(AlertRule.BudgetUsed, AlertWorld.Wiki, 0.92), new(AlertRule.BudgetUsed, new("enterprise-gpt"), 0.92)];

        Assert.Equal("budget_used:wiki", Assert.Single(world.Monitor.Evaluate()).Key);
    }

    private static ServiceProvider Services(IConfiguration configuration) =>
        new ServiceCollection().AddNavoIntegrations().AddSharedConfiguration(configuration).AddAlerts().Services.BuildServiceProvider();

    private static IEnumerable<string> Leaves(Type type, string prefix) => type.GetProperties().SelectMany(property =>
        property.PropertyType.Namespace!.StartsWith("Navo", StringComparison.Ordinal) ? Leaves(property.PropertyType, $"{prefix}{property.Name}:") : [prefix + property.Name]);
}
