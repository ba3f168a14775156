using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    /// <summary>Whatever a search finds can be read, is allowed, and is the same item everywhere.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Search_content_metadata_and_permissions_agree()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        IIntegration integration = harness.Integration;
        AccessContext reader = harness.World.Insider;
        SearchPage page = await harness.FinishAsync(integration.SearchAsync(harness.World.LongQuery, reader, Token));

        foreach (SearchHit hit in page.Hits.Take(3))
        {
            KnowledgeContent content = await harness.FinishAsync(integration.GetContentAsync(hit.Id, reader, Token));
            ContentMetadata metadata = await harness.FinishAsync(integration.GetMetadataAsync(hit.Id, reader, Token));
            PermissionDecision decision = await harness.FinishAsync(integration.CheckPermissionsAsync(hit.Id, reader, Token));

            Assert.Equal((hit.Id, hit.Title, hit.Kind), (metadata.Id, metadata.Title, metadata.Kind));
            Assert.Equal((metadata.Id, metadata.Title, metadata.Version), (content.Metadata.Id, content.Metadata.Title, content.SourceVersion));
            Assert.True(decision.IsAllowed, $"A hit is refused: {decision.Reason}.");
            Assert.Equal((hit.Id, reader), (decision.Item, decision.Reader));
        }
    }

    /// <summary>Every result says which integration it comes from.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_result_names_its_source()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        IIntegration integration = harness.Integration;
        ConformanceWorld world = harness.World;

        SearchPage page = await harness.FinishAsync(integration.SearchAsync(world.LongQuery, world.Insider, Token));
        KnowledgeContent content = await harness.FinishAsync(integration.GetContentAsync(world.VisibleItem, world.Insider, Token));

        Assert.All(page.Hits, hit => Assert.Equal(integration.Name, hit.Source));
        Assert.Equal(integration.Name, content.Metadata.Source);
    }

    /// <summary>Sections lie within the Markdown that they describe.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Sections_lie_within_the_text()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;

        KnowledgeContent content = await harness.FinishAsync(harness.Integration.GetContentAsync(world.VisibleItem, world.Insider, Token));

        Assert.NotEmpty(content.Markdown);
        Assert.All(content.Sections, section => Assert.InRange(section.Start + section.Length, section.Start, content.Markdown.Length));
    }

    /// <summary>A source that works is healthy, and its credentials can be read anew.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_source_that_works_is_healthy()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();

        IntegrationHealth health = await harness.FinishAsync(harness.Integration.CheckHealthAsync(Token));
        await harness.Integration.RefreshCredentialsAsync(Token);

        Assert.True(health.Status == HealthState.Healthy, health.Description);
        Assert.Equal(harness.Integration.Name, health.Integration);
        Assert.InRange(health.ResponseTime, TimeSpan.Zero, TimeSpan.MaxValue);
        Assert.NotEqual(default, health.LastCheck);
    }
}
