using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Navo.Integrations.Confluence.Tests.Notifications;

/// <summary>The options of notifications.</summary>
public sealed class OptionsTests
{
    private const string Prefix = "Navo:Integrations:Confluence:";

    [Theory]
    [InlineData("Notifications:Url", "http://example.com/hooks", "Notifications:Url must use https")]
    [InlineData("Notifications:Secret", "", "Notifications:Secret is missing")]
    [InlineData("Notifications:Secret", "short-canary", "Notifications:Secret must have 16 to 255 characters")]
    [InlineData("Notifications:PreviousSecret", "short-canary", "Notifications:PreviousSecret must have 16 to 255 characters")]
    [InlineData("Notifications:ReplayWindow", "0", "Notifications:ReplayWindow must be one second to one hour")]
    [InlineData("Notifications:ReplayWindow", "02:00:00", "Notifications:ReplayWindow must be one second to one hour")]
    [InlineData("BaseUrl", "https://acme.atlassian.net", "Notifications:Url is for Data Center; Cloud tells of changes to Connect and Forge apps only")]
    public void What_can_not_work_is_said_with_its_key_and_without_its_value(string key, string value, string complaint)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Bound((key, value)));
        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_at_most_as_long_as_the_vendor_takes_it()
    {
        Assert.Throws<OptionsValidationException>(() => Bound(("Notifications:Secret", new('s', 256))));
        ConfluenceNotificationOptions options = Bound(("Notifications:Secret", new('s', 255)), ("notifications:previous_secret", new('p', 16)), ("notifications:replay_window", "60")).Notifications;
        Assert.Equal((255, 16, TimeSpan.FromMinutes(1)), (options.Secret!.Length, options.PreviousSecret!.Length, options.ReplayWindow));
        Assert.Equal("https://example.com/hooks", options.Url!.AbsoluteUri);
    }

    private static ConfluenceOptions Bound(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase)
        {
            [$"{Prefix}BaseUrl"] = "https://wiki.example.test",
            [$"{Prefix}ApiToken"] = "t",
            [$"{Prefix}Notifications:Url"] = "https://example.com/hooks",
            [$"{Prefix}Notifications:Secret"] = "a secret of seventeen",
        };
        foreach ((string key, string value) in settings)
        {
            all[Prefix + key] = value;
        }

        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue;
    }
}
