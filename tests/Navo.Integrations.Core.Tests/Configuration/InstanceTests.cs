using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Core.Tests.Configuration;

public sealed class InstanceTests
{
    private static readonly (string, string?)[] Shared =
    [
        ("integrations:wiki:base_url", "https://main.example"),
        ("integrations:wiki:username", "robot"),
        ("integrations:wiki:api_token", "canary"),
        ("integrations:wiki:max_results", "5"),
    ];

    [Fact]
    public void Row003_a_named_instance_starts_from_the_section_and_overrides_it()
    {
        Dictionary<string, string?> legal = Wiki.Read("Legal", [.. Shared, ("Navo:Integrations:Wiki:Instances:legal:MaxResults", "9")]);

        Assert.Equal("9", legal["MaxResults"]);
        Assert.Equal("https://main.example", legal["BaseUrl"]);
        Assert.Equal("canary", legal["ApiToken"]);
    }

    [Fact]
    public void T05_an_instance_with_its_own_address_inherits_no_credentials()
    {
        Dictionary<string, string?> legal = Wiki.Read("legal", [.. Shared, ("integrations:wiki:instances:legal:base_url", "https://legal.example")]);

        Assert.Equal("https://legal.example", legal["BaseUrl"]);
        Assert.Equal("5", legal["MaxResults"]);
        Assert.DoesNotContain("ApiToken", legal.Keys);
        Assert.DoesNotContain("Username", legal.Keys);
    }

    [Fact]
    public void An_instance_with_its_own_address_keeps_its_own_credentials()
    {
        Dictionary<string, string?> legal = Wiki.Read(
            "legal",
            [.. Shared, ("integrations:wiki:instances:legal:base_url", "https://legal.example"), ("Navo:Integrations:Wiki:Instances:Legal:ApiToken", "own")]);

        Assert.Equal("own", legal["ApiToken"]);
    }

    [Fact]
    public void A_named_section_wins_over_the_section_in_whichever_root_they_stand() =>
        Assert.Equal("1", Wiki.Read("legal", ("integrations:wiki:instances:legal:max_results", "1"), ("Navo:Integrations:Wiki:MaxResults", "2"))["MaxResults"]);

    [Fact]
    public void The_default_instance_does_not_see_the_named_ones() =>
        Assert.Equal("5", Wiki.Read([.. Shared, ("integrations:wiki:instances:legal:max_results", "9")])["MaxResults"]);

    [Fact]
    public void Instances_are_listed_once_in_lower_case_the_default_first() =>
        Assert.Equal(["", "hr", "legal"], Instances(
            ("integrations:wiki:base_url", "https://main.example"),
            ("integrations:wiki:instances:Legal:max_results", "1"),
            ("Navo:Integrations:Wiki:Instances:legal:MaxResults", "1"),
            ("Navo:Integrations:Wiki:Instances:HR:MaxResults", "1")));

    [Fact]
    public void A_section_with_neither_address_nor_secret_only_serves_its_instances()
    {
        Assert.Equal(["hr"], Instances(("integrations:wiki:timeout", "5"), ("integrations:wiki:instances:hr:base_url", "https://hr.example")));
        Assert.Equal([""], Instances(("integrations:wiki:timeout", "5")));
    }

    [Fact]
    public void Nothing_configured_is_no_instance() => Assert.Empty(Instances(("integrations:other:base_url", "https://a.example")));

    [Fact]
    public void An_instance_with_a_name_that_cannot_be_used_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => Instances(("integrations:wiki:instances:a b:max_results", "1")));

        Assert.Equal("integrations:wiki:instances:a b", error.Key);
    }

    [Theory]
    [InlineData("integrations:wiki")]
    [InlineData("integrations:wiki:instances")]
    [InlineData("integrations:wiki:instances:legal")]
    public void A_value_where_a_group_belongs_is_refused(string key)
    {
        var error = Assert.Throws<ConfigurationException>(() => Instances((key, "canary")));

        Assert.Equal(key, error.Key);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Instances(params (string, string?)[] settings) =>
        IntegrationConfiguration.GetInstances(Wiki.Root(settings), Wiki.Schema);
}
