namespace Navo.Integrations.Core.Tests.Configuration;

public sealed class KeyTests
{
    [Theory]
    [InlineData("Navo:Integrations:BigWiki:BaseUrl")]
    [InlineData("NAVO:INTEGRATIONS:BIG_WIKI:BASE_URL")]
    [InlineData("navo:integrations:big-wiki:base_url")]
    [InlineData("integrations:big_wiki:base_url")]
    [InlineData("integrations:wiki:BaseUrl")]
    public void Row003_a_key_is_found_in_every_accepted_form(string key) =>
        Assert.Equal("https://a.example", Wiki.Read((key, "https://a.example"))["BaseUrl"]);

    [Fact]
    public void The_canonical_root_wins_over_the_source_documents() =>
        Assert.Equal("2", Wiki.Read(("Navo:Integrations:Wiki:MaxResults", "2"), ("integrations:wiki:max_results", "1"))["MaxResults"]);

    [Fact]
    public void A_list_of_the_canonical_root_replaces_the_other_one_whole()
    {
        Dictionary<string, string?> read = Wiki.Read(
            ("Navo:Integrations:Wiki:Spaces:0", "HR"), ("integrations:wiki:spaces:0", "ENG"), ("integrations:wiki:spaces:1", "DOCS"));

        Assert.Equal(["HR"], read.Where(pair => pair.Key.StartsWith("Spaces:", StringComparison.Ordinal)).Select(pair => pair.Value));
    }

    [Theory]
    [InlineData("integrations:wiki:base_ur", "base_url")]
    [InlineData("Navo:Integrations:Wiki:BaseUri", "BaseUrl")]
    [InlineData("Navo:Integrations:Wiki:Cache:Respose:Lifetime", "Cache:Response:Lifetime")]
    [InlineData("integrations:wiki:retry_attempt", "retry_attempts")]
    [InlineData("integrations:wiki:http:max_retry_attempt", "http:max_retry_attempts")]
    public void Row003_an_unknown_key_is_named_with_the_nearest_known_one(string key, string suggestion)
    {
        var error = Wiki.Refuse((key, "secret-by-mistake"));

        Assert.Equal(key, error.Key);
        Assert.Contains($"'{key}' is not known. Did you mean '{suggestion}'?", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-by-mistake", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integrations:wiki:colour_of_the_bikeshed")]
    [InlineData("integrations:wiki:base_url:scheme")]
    [InlineData("integrations:wiki:cache")]
    [InlineData("integrations:wiki:instances:legal:instances:x:base_url")]
    [InlineData("integrations:wiki:spaces:first")]
    [InlineData("integrations:wiki:spaces:0:key")]
    public void A_key_with_no_meaning_is_refused_even_with_nothing_near_it(string key)
    {
        var error = Assert.Throws<Abstractions.ConfigurationException>(() => Wiki.Read("legal", (key, "x")));

        Assert.StartsWith(error.Key!, key, StringComparison.Ordinal);
        Assert.Contains($"'{error.Key}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integrations:wiki:base_url", "integrations:wiki:BaseUrl")]
    [InlineData("integrations:wiki:base_url", "integrations:big_wiki:base_url")]
    [InlineData("integrations:wiki:api_token", "integrations:wiki:token")]
    public void One_option_said_twice_differently_in_one_root_is_refused(string first, string second)
    {
        var error = Wiki.Refuse((first, "https://a.example"), (second, "https://b.example"));

        Assert.Contains(first, error.Message, StringComparison.Ordinal);
        Assert.Contains(second, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_option_said_twice_the_same_is_accepted() =>
        Assert.Equal("5", Wiki.Read(("integrations:wiki:max_results", "5"), ("integrations:wiki:MaxResults", "5"))["MaxResults"]);

    [Fact]
    public void The_short_names_of_the_source_document_reach_their_options()
    {
        Dictionary<string, string?> read = Wiki.Read(
            ("integrations:wiki:timeout", "30"), ("integrations:wiki:retry_attempts", "3"),
            ("integrations:wiki:enable_caching", "true"), ("integrations:wiki:cache_ttl", "3600"));

        Assert.Equal("00:00:30", read["Timeout"]);
        Assert.Equal("3", read["Http:MaxRetryAttempts"]);
        Assert.Equal("True", read["Cache:Enabled"]);
        Assert.Equal("01:00:00", read["Cache:Response:Lifetime"]);
        Assert.Equal("01:00:00", read["Cache:Content:Lifetime"]);
        Assert.Equal("01:00:00", read["Cache:Metadata:Lifetime"]);
    }

    [Fact]
    public void T03_a_long_cache_lifetime_never_reaches_permissions() =>
        Assert.DoesNotContain("Cache:Permission:Lifetime", Wiki.Read(("integrations:wiki:cache_ttl", "3600")).Keys);

    [Fact]
    public void A_key_without_a_value_leaves_the_default() => Assert.Empty(Wiki.Read(("integrations:wiki:max_results", null)));
}
