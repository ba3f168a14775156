using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>The whole client with its caches against the truth: readers take turns on generated tenants while restrictions change.</summary>
public sealed class WholeClientTests
{
    private const int Tenants = 40;
    private const int Steps = 40;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row059_Through_caches_and_changes_every_reader_sees_what_the_truth_allows(ConfluenceEdition edition)
    {
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, time);
        SiteState empty = confluence.Simulator.Site.State;
        Dictionary<bool, int> seen = new() { [true] = 0, [false] = 0 };
        for (int seed = 0; seed < Tenants; seed++)
        {
            confluence.Simulator.Site.Change(_ => empty);
            TenantWorld world = new(confluence, time, TenantGenerator.Make(seed));
            for (int step = 0; step < Steps; step++)
            {
                if (world.Random.Next(8) == 0)
                {
                    world.Change();
                }

                seen[await world.AskAsync()]++;
            }
        }

        Assert.All(seen.Values, count => Assert.True(count > 300, $"Only {count} steps of a kind."));
    }
}
