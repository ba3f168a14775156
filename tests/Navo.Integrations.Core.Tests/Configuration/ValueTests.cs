using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Configuration;

public sealed class ValueTests
{
    [Theory]
    [InlineData("timeout", "30", "Timeout", "00:00:30")]
    [InlineData("timeout", "0.5", "Timeout", "00:00:00.5000000")]
    [InlineData("timeout", "00:01:30", "Timeout", "00:01:30")]
    [InlineData("timeout", "0", "Timeout", "00:00:00")]
    [InlineData("freshness_threshold", "90", "FreshnessThreshold", "90.00:00:00")]
    [InlineData("freshness_threshold", "1.12:00:00", "FreshnessThreshold", "1.12:00:00")]
    [InlineData("max_results", " 50 ", "MaxResults", "50")]
    [InlineData("cache:enabled", "FALSE", "Cache:Enabled", "False")]
    [InlineData("http:retry_budget_ratio", "0.25", "Http:RetryBudgetRatio", "0.25")]
    [InlineData("http:max_response_bytes", "8589934592", "Http:MaxResponseBytes", "8589934592")]
    [InlineData("deployment", "data_center", "Deployment", "DataCenter")]
    [InlineData("greeting", " as it is ", "Greeting", " as it is ")]
    public void A_value_is_read_as_its_kind_means_it(string key, string value, string option, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, Wiki.Read(($"integrations:wiki:{key}", value))[option]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("timeout", "-1", "seconds")]
    [InlineData("timeout", "-00:00:01", "seconds")]
    [InlineData("timeout", "1:30", "seconds")]
    [InlineData("timeout", "1,5", "seconds")]
    [InlineData("timeout", "1e3", "seconds")]
    [InlineData("timeout", "922337203686", "seconds")]
    [InlineData("timeout", "99999999999999999999999999999999", "seconds")]
    [InlineData("timeout", "soon", "seconds")]
    [InlineData("timeout", "", "seconds")]
    [InlineData("freshness_threshold", "10675200", "days")]
    [InlineData("max_results", "2147483648", "whole number")]
    [InlineData("max_results", "1.5", "whole number")]
    [InlineData("cache:enabled", "yes", "true or false")]
    [InlineData("http:retry_budget_ratio", "NaN", "number")]
    [InlineData("deployment", "mainframe", "Cloud, DataCenter")]
    [InlineData("base_url", "wiki.example.com", "address")]
    [InlineData("base_url", "file:///etc/passwd", "address")]
    [InlineData("base_url", "https://me:canary@wiki.example.com", "address")]
    [InlineData("spaces", "", "no item")]
    [InlineData("spaces", " , ", "no item")]
    [InlineData("spaces:0", " ", "not an item")]
    public void T20_a_value_that_cannot_be_meant_is_refused_by_the_key_as_written(string key, string value, string expected)
    {
        ConfigurationException error = Wiki.Refuse(($"integrations:wiki:{key}", value));

        Assert.Equal($"integrations:wiki:{key}", error.Key);
        Assert.Contains($"'integrations:wiki:{key}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_read_from_items_or_from_one_text_with_commas()
    {
        Assert.Equal("DOCS", Wiki.Read(("integrations:wiki:spaces:0", "ENG"), ("integrations:wiki:spaces:1", "DOCS"))["Spaces:1"]);
        Assert.Equal("DOCS", Wiki.Read(("integrations:wiki:spaces", "ENG, DOCS,"))["Spaces:1"]);
        Assert.Equal("DOCS", Wiki.Read(("integrations:wiki:spaces", "${WIKI_SPACES}"))["Spaces:1"]);
    }

    [Fact]
    public void T19_a_placeholder_is_replaced_once_and_its_value_taken_as_it_is()
    {
        Dictionary<string, string?> read = Wiki.Read(
            ("integrations:wiki:base_url", "https://${WIKI_HOST}/wiki"), ("integrations:wiki:api_token", "${WIKI_TOKEN}"),
            ("integrations:wiki:greeting", "$${WIKI_HOST} costs $5"));

        Assert.Equal("https://wiki.example.com/wiki", read["BaseUrl"]);
        Assert.Equal("canary-${WIKI_HOST}", read["ApiToken"]);
        Assert.Equal("${WIKI_HOST} costs $5", read["Greeting"]);
    }

    [Theory]
    [InlineData("${ABSENT}", "${ABSENT}")]
    [InlineData("x${EMPTY}y", "${EMPTY}")]
    [InlineData("${not-a-name}", "'${'")]
    [InlineData("canary${", "'${'")]
    public void T19_a_placeholder_without_a_value_is_an_error_that_names_it(string value, string named)
    {
        ConfigurationException error = Wiki.Refuse(("integrations:wiki:api_token", value));

        Assert.Equal("integrations:wiki:api_token", error.Key);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void T19_a_placeholder_of_an_unknown_key_is_never_looked_up() =>
        Assert.DoesNotContain("${", Wiki.Refuse(("integrations:wiki:shell", "${ABSENT}")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_placeholder_that_another_layer_replaces_needs_no_value() =>
        Assert.Equal("t", Wiki.Read(("integrations:wiki:api_token", "${ABSENT}"), ("Navo:Integrations:Wiki:ApiToken", "t"))["ApiToken"]);
}
