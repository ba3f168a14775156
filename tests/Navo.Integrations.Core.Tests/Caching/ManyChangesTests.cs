using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>A cache remembers 10,000 changes; whichever comes next, nothing that was forgotten is served again.</summary>
public sealed class ManyChangesTests : IDisposable
{
    private const int Capacity = 10_000;

    private readonly PipelineHarness _harness = new();
    private int _asked;

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("item")]
    [InlineData("decisions about an item")]
    [InlineData("access")]
    public async Task What_changed_stays_forgotten_whatever_change_is_one_too_many(string last)
    {
        await ReadAsync("7");
        Change("7");
        for (int i = 1; i < Capacity; i++)
        {
            Change($"other {i}");
        }

        switch (last)
        {
            case "item":
                Change("8");
                break;
            case "access":
                _harness.Services.GetRequiredService<CacheInvalidation>().AccessChanged(_harness.Pipeline.Name);
                break;
            default:
                _harness.Pipeline.ForgetDecisions(new ContentId("8"));
                break;
        }

        await ReadAsync("7");
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task As_long_as_all_changes_are_remembered_other_items_stay_kept()
    {
        await ReadAsync("7");
        for (int i = 0; i < Capacity; i++)
        {
            Change($"other {i}");
        }

        await ReadAsync("7");
        Assert.Equal(1, _asked);
        Change("one more");
        await ReadAsync("7");
        Assert.Equal(2, _asked);
    }

    private void Change(string id) => _harness.Pipeline.Forget(new ContentId(id));

    private Task ReadAsync(string id) => _harness.Pipeline.ExecuteAsync(
        Samples.GetContent,
        new IntegrationCall<KnowledgeContent>(
            Samples.Ann,
            _ =>
            {
                _asked++;
                return Task.FromResult(Samples.Content(id));
            },
            id)
        { ItemId = id },
        PipelineHarness.Token);
}
