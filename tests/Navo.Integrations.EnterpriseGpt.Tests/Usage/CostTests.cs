using System.Globalization;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

/// <summary>What calls cost. Every expected figure was worked out by hand from the published price list.</summary>
public sealed class CostTests
{
    private static readonly ModelCatalog Catalog = PricesReader.Read(null);

    [Theory]
    // model, day, input, cached, written, output, reasoning, dollars
    [InlineData("gpt-4o", "2026-11-23", 1_000, 0, 0, 500, 0, "0.0075")]                         // 1000 × 2.50 + 500 × 10 = 7,500
    [InlineData("gpt-4o-2024-08-06", "2026-11-23", 1_000, 0, 0, 500, 0, "0.0075")]              // a snapshot costs what its model costs
    [InlineData("gpt-4o-2024-11-20", "2026-11-23", 1_000, 0, 0, 500, 0, "0.0075")]
    [InlineData("gpt-4o-2024-05-13", "2026-10-01", 1_000, 0, 0, 500, 0, "0.0125")]              // but this one: 1000 × 5 + 500 × 15 = 12,500
    [InlineData("gpt-4o", "2026-11-23", 10_000, 8_192, 0, 100, 0, "0.01576")]                   // 1808 × 2.50 + 8192 × 1.25 + 100 × 10 = 4,520 + 10,240 + 1,000
    [InlineData("gpt-4o-mini", "2026-11-23", 1, 0, 0, 1, 0, "0.00000075")]                      // 0.15 + 0.60 of a millionth
    [InlineData("gpt-4.1-mini-2025-04-14", "2026-11-23", 4_000, 1_000, 0, 250, 0, "0.0017")]    // 3000 × 0.40 + 1000 × 0.10 + 250 × 1.60 = 1,200 + 100 + 400
    [InlineData("gpt-5", "2026-11-23", 2_000, 1_024, 0, 3_000, 2_944, "0.031348")]              // 976 × 1.25 + 1024 × 0.125 + 3000 × 10: reasoning is part of the output
    [InlineData("o3", "2025-05-01", 1_000, 0, 0, 1_000, 900, "0.05")]                           // 10 + 40 before 10 June 2025
    [InlineData("o3", "2025-06-10", 1_000, 0, 0, 1_000, 900, "0.01")]                           // 2 + 8 from then on
    [InlineData("gpt-5.6-luna", "2026-07-29", 10_000, 2_000, 4_000, 1_000, 0, "0.0152")]        // 4000 × 1 + 2000 × 0.10 + 4000 × 1.25 + 1000 × 6
    [InlineData("gpt-5.6-luna", "2026-07-30", 10_000, 2_000, 4_000, 1_000, 0, "0.00304")]       // a fifth of it
    [InlineData("gpt-5.6-terra", "2026-11-23", 1_000, 0, 1_000, 0, 0, "0.0025")]                // all of it written to the cache
    [InlineData("gpt-4o", "2026-11-23", 1_000, 0, 400, 0, 0, "0.0025")]                         // no price of writing: written tokens are input
    [InlineData("gpt-6-luna", "2026-11-23", 272_000, 0, 0, 1_000, 0, "0.0277")]                 // 272,000 × 0.10 + 1000 × 0.50: not above
    [InlineData("gpt-6-luna", "2026-11-23", 272_001, 0, 0, 1_000, 0, "0.0551502")]              // 272,001 × 0.20 + 1000 × 0.75: all of it
    [InlineData("gpt-6-sol", "2026-11-23", 300_000, 200_000, 50_000, 2_000, 1_500, "0.56")]     // 50k × 4 + 200k × 0.40 + 50k × 5 + 2k × 15 = 200 + 80 + 250 + 30
    [InlineData("gpt-4.1", "2026-11-23", 300_000, 0, 0, 1_000, 0, "0.608")]                     // 300k × 2 + 1k × 8: no such rule before 5.4
    [InlineData("gpt-6.1-terra", "2026-11-23", 1_000_000, 1_000_000, 0, 0, 0, "0.1")]           // 1M × 0.05 × 2
    [InlineData("text-embedding-3-small", "2026-11-23", 12_345, 0, 0, 0, 0, "0.0002469")]       // 12,345 × 0.02
    [InlineData("gpt-4o", "2026-11-23", 0, 0, 0, 0, 0, "0")]                                    // known to be nothing, which is not unknown
    public void Row090_A_call_costs_what_the_price_list_of_its_day_says_to_the_last_digit(
        string model, string day, long input, long cached, long written, long output, long reasoning, string dollars) =>
        Assert.Equal(
            decimal.Parse(dollars, CultureInfo.InvariantCulture),
            Catalog.CostOf(model, new TokenUsage(input, cached, written, output, reasoning), Day(day)));

    [Theory]
    [InlineData("gpt-99", "2026-11-23", 1, 0, 0)]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc", "2026-11-23", 1, 0, 0)]       // fine-tunes have prices of their own
    [InlineData("gpt-4o-audio", "2026-11-23", 1, 0, 0)]                         // not every suffix is a snapshot
    [InlineData("gpt-4o.2024-08-06", "2026-11-23", 1, 0, 0)]
    [InlineData("gpt-4o-2024-13-40", "2026-11-23", 1, 0, 0)]
    [InlineData("gpt-6-luna", "2026-09-21", 1, 0, 0)]                           // the day before it had a price
    [InlineData("o3-pro", "2026-11-23", 100, 50, 0)]                            // its cached input has none
    [InlineData("text-embedding-3-small", "2026-11-23", 100, 0, 1)]             // its output has none
    public void Row090_What_has_no_price_costs_an_unknown_amount_and_never_nothing(string model, string day, long input, long cached, long output) =>
        Assert.Null(Catalog.CostOf(model, new TokenUsage(input, cached, 0, output, 0), Day(day)));

    [Fact]
    public void Row090_Processing_in_a_region_costs_a_tenth_more_where_told() =>
        Assert.Equal(0.00825m, Catalog.CostOf("gpt-4o", new TokenUsage(1_000, 0, 0, 500, 0), UsageHarness.Today, isRegional: true));

    [Fact]
    public void Row090_A_million_small_calls_add_up_without_a_rounding_error() =>
        Assert.Equal(0.75m, Enumerable.Range(0, 1_000_000).Aggregate(0m, (sum, _) => sum + Each));

    [Theory]
    [InlineData("gpt-4o", false, "Always", "2027-01-14", "gpt-6-luna")]
    [InlineData("gpt-4o-2024-08-06", false, "Always", "2027-01-14", "gpt-6-luna")]
    [InlineData("gpt-5-mini", true, "Never", "2026-12-11", "gpt-6.1-terra")]
    [InlineData("gpt-5.1", true, "WithoutReasoning", "2027-04-01", null)]
    [InlineData("gpt-6-luna", true, "WithoutReasoning", null, null)]
    public void A_model_is_described_with_its_end_and_its_replacement(string model, bool isReasoning, string temperature, string? shutdown, string? replacement)
    {
        ModelFacts facts = Catalog.Find(model, UsageHarness.Today)!;

        Assert.Equal(
            (isReasoning, temperature, shutdown, replacement),
            (facts.IsReasoning, facts.Temperature.ToString(), facts.Shutdown?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), facts.Replacement));
    }

    private static decimal Each { get; } = Catalog.CostOf("gpt-4o-mini", new TokenUsage(1, 0, 0, 1, 0), UsageHarness.Today)!.Value;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
