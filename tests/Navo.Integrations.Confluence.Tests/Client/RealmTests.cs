using Navo.Integrations.Confluence.Internal;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>What is kept belongs to a site and an account.</summary>
public sealed class RealmTests
{
    [Fact]
    public void T01_each_site_and_each_account_has_its_own_and_none_holds_a_secret()
    {
        ConfluenceOptions[] options =
        [
            new() { BaseUrl = new("https://one.atlassian.net"), Username = "ann@your-company.com", ApiToken = "s3cret" },
            new() { BaseUrl = new("https://two.atlassian.net"), Username = "ann@your-company.com", ApiToken = "s3cret" },
            new() { BaseUrl = new("https://one.atlassian.net"), Username = "ben@your-company.com", ApiToken = "s3cret" },
            new() { BaseUrl = new("https://one.atlassian.net"), OAuth = { ClientId = "client", ClientSecret = "s3cret" } },
            new() { BaseUrl = new("https://api.atlassian.com/ex/confluence/1"), ApiToken = "s3cret" },
            new() { BaseUrl = new("https://api.atlassian.com/ex/confluence/2"), ApiToken = "s3cret" },
            new() { BaseUrl = new("https://wiki.your-company.com/one"), ApiToken = "s3cret" },
            new() { BaseUrl = new("https://wiki.your-company.com/two"), ApiToken = "s3cret" },
        ];
        string[] realms = [.. options.Select(static one => new ConfluenceSettings(one).Realm)];
        Assert.Equal(realms.Length, realms.Distinct(StringComparer.Ordinal).Count());
        Assert.All(realms, static realm => Assert.DoesNotContain("s3cret", realm, StringComparison.Ordinal));
    }

    [Fact]
    public void One_site_is_the_same_however_its_address_is_written() =>
        Assert.Equal(
            new ConfluenceSettings(new() { BaseUrl = new("https://one.atlassian.net"), Username = "ann" }).Realm,
            new ConfluenceSettings(new() { BaseUrl = new("https://ONE.atlassian.net/wiki/"), Username = "ann" }).Realm);
}
