using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

public sealed class PricesFileTests : IDisposable
{
    private const string Head = """{"asOf": "2026-12-01", "currency": "USD", "models": [""";
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Row090_A_file_of_the_users_replaces_the_prices()
    {
        ModelCatalog catalog = Read(Head + """{"id": "local", "prices": [{"from": "2026-01-01", "input": 1, "output": 2}]}]}""");

        Assert.Equal(0.000005m, catalog.CostOf("local", new TokenUsage(3, 0, 0, 1, 0), UsageHarness.Today));
        Assert.Null(catalog.Find("gpt-4o", UsageHarness.Today));
        Assert.Equal(new DateOnly(2026, 12, 1), catalog.AsOf);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "null")]
    [InlineData("{\n\"asOf\": \"2026-12-01\",\n\"currency\": \"USD\",\n\"models\": [{\"id\": \"a\", \"prices\": [{\"from\": \"2026-01-01\", \"input\": \"x\"}]}]}", "$.models[0].prices[0].input in line 4")]
    [InlineData(Head + """{"id": "a", "prices": [{"from": "2026-01-01"}]}]}""", "'input'")]
    [InlineData(Head + """{"id": "a", "prices": [{"from": "2026-01-01", "input": 1, "cachd": 1}]}]}""", "cachd")]
    [InlineData(Head + """{"id": "a", "prices": [{"from": "2026-01-01", "input": -1}]}]}""", "models[0].prices[0] has a price below 0")]
    [InlineData(Head + """{"id": "a", "prices": [{"from": "2026-01-02", "input": 1}, {"from": "2026-01-01", "input": 1}]}]}""", "models[0].prices[1].from")]
    [InlineData(Head + """{"id": "a", "prices": []}, {"id": "b", "also": ["a"], "prices": []}]}""", "models[1] has")]
    [InlineData(Head + """{"id": "a", "contextWindow": 0, "prices": []}]}""", "models[0] has a window")]
    [InlineData(Head + """{"id": "a", "longContext": {"above": 0, "input": 2, "output": 1}, "prices": []}]}""", "models[0].longContext")]
    [InlineData(Head + "null]}", "models[0] is null")]
    [InlineData(Head + """{"id": "a", "prices": [null]}]}""", "models[0] is null or has a price that is")]
    [InlineData(Head + """{"id": "a", "prices": null}]}""", "$.models[0].prices")]
    [InlineData(Head + """{"id": "a", "also": [null], "prices": []}]}""", "models[0] has an empty name")]
    [InlineData("""{"asOf": "2026-12-01", "currency": "EUR", "models": []}""", "currency")]
    public void A_wrong_file_is_a_failure_of_configuration_that_names_key_and_place(string text, string place)
    {
        ConfigurationException failure = Assert.Throws<ConfigurationException>(() => Read(text));

        Assert.Equal("Navo:Integrations:EnterpriseGpt:PricesFile", failure.Key);
        Assert.Contains("Navo:Integrations:EnterpriseGpt:PricesFile", failure.Message, StringComparison.Ordinal);
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_failure_of_configuration() =>
        Assert.Equal(PricesReader.Key, Assert.Throws<ConfigurationException>(() => PricesReader.Read(_path + ".none")).Key);

    [Fact]
    public void A_changed_option_counts_without_a_restart()
    {
        EnterpriseGptOptions options = new();
        PriceBook book = new(() => options);
        ModelCatalog before = book.Current;
        Assert.Same(before, book.Current);

        File.WriteAllText(_path, Head + "]}");
        options.PricesFile = _path;

        Assert.Equal(new DateOnly(2026, 12, 1), book.Current.AsOf);
    }

    private ModelCatalog Read(string text)
    {
        File.WriteAllText(_path, text);
        return PricesReader.Read(_path);
    }
}
