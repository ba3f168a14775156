using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Tests.Notifications;

/// <summary>The options of notifications.</summary>
public sealed class OptionsTests
{
    private const string Prefix = "Navo:Integrations:SharePoint:";
    private static readonly string Secret = new('s', 32);

    [Theory]
    [InlineData("Url", "http://example.com/hooks", "Notifications:Url must use https")]
    [InlineData("Url", "https://example.com/hooks?x=1", "Notifications:Url must end with the path")]
    [InlineData("Secret", "", "Notifications:Secret is missing")]
    [InlineData("Secret", "short-canary", "Notifications:Secret must have at least 32 characters")]
    [InlineData("PreviousSecret", "short-canary", "Notifications:PreviousSecret must have at least 32 characters")]
    [InlineData("Lifetime", "29.09:00:01", "Notifications:Lifetime must be one hour to 42,300 minutes")]
    [InlineData("Lifetime", "00:30:00", "Notifications:Lifetime must be one hour to 42,300 minutes")]
    [InlineData("RenewAhead", "20.00:00:00", "Notifications:RenewAhead must be more than zero and at most half of Lifetime")]
    [InlineData("RenewAhead", "0", "Notifications:RenewAhead must be more than zero")]
    [InlineData("Containers:0", "https://", "Notifications:Containers holds an entry")]
    public void What_can_not_work_is_said_with_its_key_and_without_its_value(string key, string value, string complaint)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Bound((key, value)));
        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_can_be_set_is_bound()
    {
        SharePointNotificationOptions options = Bound(("previous_secret", new('p', 40)), ("lifetime", "29.09:00:00"), ("renew_ahead", "3600"), ("containers", "https://contoso.sharepoint.com/sites/hr, legal")).Notifications;
        Assert.Equal(("https://example.com/hooks", Secret, new string('p', 40)), (options.Url!.AbsoluteUri, options.Secret, options.PreviousSecret));
        Assert.Equal((TimeSpan.FromMinutes(42_300), TimeSpan.FromHours(1)), (options.Lifetime, options.RenewAhead));
        Assert.Equal(["https://contoso.sharepoint.com/sites/hr", "legal"], options.Containers);
    }

    [Fact]
    public void Every_option_of_notifications_is_part_of_the_schema()
    {
        IEnumerable<string> known = SharePointSchema.Instance.Keys.Select(key => key.Name).Where(name => name.StartsWith("Notifications:", StringComparison.Ordinal));
        Assert.Equal(typeof(SharePointNotificationOptions).GetProperties().Select(property => $"Notifications:{property.Name}").Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static SharePointOptions Bound(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase)
        {
            [$"{Prefix}AccessToken"] = "t",
            [$"{Prefix}Notifications:Url"] = "https://example.com/hooks",
            [$"{Prefix}Notifications:Secret"] = Secret,
        };
        foreach ((string key, string value) in settings)
        {
            all[$"{Prefix}Notifications:{key}"] = value;
        }

        ServiceCollection services = new();
        services.AddNavoIntegrations().AddSharePoint(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<SharePointOptions>>().CurrentValue;
    }
}
