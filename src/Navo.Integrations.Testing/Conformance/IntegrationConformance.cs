using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

/// <summary>
/// What every integration owes its callers, as facts. Inherit it in a test project, hand it the integration over a source with known
/// content, and the runner finds the facts.
/// </summary>
/// <remarks>Facts that need a capability which the harness lacks are skipped with that reason. The facts run on xunit.v3.</remarks>
/// <example>
/// <code>
/// public sealed class WikiConformance : IntegrationConformance
/// {
///     protected override ValueTask&lt;ConformanceHarness&gt; CreateHarnessAsync() => new(new WikiHarness());
/// }
/// </code>
/// </example>
public abstract partial class IntegrationConformance
{
    /// <summary>Sets the integration up anew, with a cold cache.</summary>
    /// <returns>The harness; the suite disposes of it.</returns>
    protected abstract ValueTask<ConformanceHarness> CreateHarnessAsync();

    /// <summary>The id that <c>default</c> makes is refused before the source is asked.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_missing_id_is_an_invalid_query()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        IIntegration integration = harness.Integration;
        AccessContext reader = harness.World.Insider;

        await Assert.ThrowsAsync<InvalidQueryException>(() => harness.FinishAsync(integration.GetContentAsync(default, reader, Token)));
        await Assert.ThrowsAsync<InvalidQueryException>(() => harness.FinishAsync(integration.GetMetadataAsync(default, reader, Token)));
        await Assert.ThrowsAsync<InvalidQueryException>(() => harness.FinishAsync(integration.CheckPermissionsAsync(default, reader, Token)));
    }

    /// <summary>A null argument is the caller's mistake, and a null reader is never the service.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Null_arguments_are_refused()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        IIntegration integration = harness.Integration;
        ConformanceWorld world = harness.World;

        await Assert.ThrowsAsync<ArgumentNullException>(() => integration.SearchAsync(null!, world.Insider, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => integration.SearchAsync(world.LongQuery, null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => integration.GetContentAsync(world.VisibleItem, null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => integration.GetMetadataAsync(world.VisibleItem, null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => integration.CheckPermissionsAsync(world.VisibleItem, null!, Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, Func<IIntegration, ConformanceWorld, CancellationToken, Task>> Operations => new(StringComparer.Ordinal)
    {
        ["search"] = (integration, world, token) => integration.SearchAsync(world.LongQuery, world.Insider, token),
        ["content"] = (integration, world, token) => integration.GetContentAsync(world.VisibleItem, world.Insider, token),
        ["metadata"] = (integration, world, token) => integration.GetMetadataAsync(world.VisibleItem, world.Insider, token),
        ["permissions"] = (integration, world, token) => integration.CheckPermissionsAsync(world.VisibleItem, world.Insider, token),
        ["health"] = (integration, _, token) => integration.CheckHealthAsync(token),
    };

    private static async Task<List<SearchPage>> AllPagesAsync(ConformanceHarness harness, SearchQuery query, AccessContext reader)
    {
        List<SearchPage> pages = [];
        do
        {
            Assert.True(pages.Count < 1000, "Paging does not end.");
            SearchQuery next = query with { Continuation = pages.LastOrDefault()?.Continuation };
            pages.Add(await harness.FinishAsync(harness.Integration.SearchAsync(next, reader, Token)));
        }
        while (pages[^1].Continuation is not null);

        return pages;
    }

    private static async Task<HashSet<ContentId>> FoundAsync(ConformanceHarness harness, SearchQuery query, AccessContext reader) =>
        [.. (await AllPagesAsync(harness, query, reader)).SelectMany(page => page.Hits).Select(hit => hit.Id)];

    private static void Inject(ConformanceHarness harness, ConformanceFault fault) =>
        Assert.SkipUnless(harness.TryInject(fault), $"The harness cannot inject {fault}.");
}
