using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>Each change forgets what it is about, and no more.</summary>
public sealed class ItemForgettingTests : IDisposable
{
    private readonly PipelineHarness _harness = new();
    private readonly List<string> _asked = [];

    private CacheInvalidation Events => _harness.Services.GetRequiredService<CacheInvalidation>();

    [Fact]
    public async Task A_changed_item_forgets_its_content_and_its_decisions_and_nothing_of_others()
    {
        await AskAllAsync();
        Events.ItemChanged(_harness.Pipeline.Name, new("7"));
        Assert.Equal(["content 7", "decision 7"], await AskAllAsync());
    }

    [Fact]
    public async Task Decisions_about_an_item_leave_its_content_and_the_decisions_about_others()
    {
        await AskAllAsync();
        _harness.Pipeline.ForgetDecisions(new ContentId("7"));
        Assert.Equal(["decision 7"], await AskAllAsync());
    }

    [Fact]
    public async Task All_decisions_leave_all_contents()
    {
        await AskAllAsync();
        Events.AccessChanged(_harness.Pipeline.Name);
        Assert.Equal(["decision 7", "decision 8"], await AskAllAsync());
    }

    [Fact]
    public async Task One_change_after_another_is_told_apart_from_the_first()
    {
        await AskAllAsync();
        for (int i = 0; i < 3; i++)
        {
            Events.ItemChanged(_harness.Pipeline.Name, new("7"));
            _harness.Pipeline.ForgetDecisions(new ContentId("7"));
            Assert.Equal(["content 7", "decision 7"], await AskAllAsync());
        }
    }

    [Fact]
    public async Task After_so_many_changes_that_all_was_forgotten_the_next_forget_only_what_they_name()
    {
        for (int i = 0; i <= 10_000; i++)
        {
            _harness.Pipeline.Forget(new ContentId($"other {i}"));
        }

        await AskAllAsync();
        _harness.Pipeline.Forget(new ContentId("7"));
        Assert.Equal(["content 7", "decision 7"], await AskAllAsync());
    }

    [Fact]
    public async Task An_empty_id_is_refused_and_forgets_nothing()
    {
        await AskAllAsync();
        Assert.Throws<InvalidQueryException>(() => Events.ItemChanged(_harness.Pipeline.Name, default));
        Assert.Throws<InvalidQueryException>(() => _harness.Pipeline.Forget(default));
        Assert.Empty(await AskAllAsync());
    }

    [Fact]
    public async Task What_another_process_kept_does_not_live_longer_here()
    {
        FakeDistributedCache shared = new();
        TimeSpan lifetime = _harness.Options.Cache.Content.Lifetime;
        using PipelineHarness one = new(shared), other = new(shared);
        await ReadAsync(one.Pipeline, "9");
        await shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        other.Time.Advance(lifetime - TimeSpan.FromSeconds(1));
        await ReadAsync(other.Pipeline, "9");
        Assert.Single(_asked);

        other.Time.Advance(TimeSpan.FromSeconds(2));
        await ReadAsync(other.Pipeline, "9");
        Assert.Equal(2, _asked.Count);
    }

    public void Dispose() => _harness.Dispose();

    /// <summary>What the source was asked for, a search beside it that is about no item.</summary>
    private async Task<string[]> AskAllAsync()
    {
        _asked.Clear();
        foreach (string id in (string[])["7", "8"])
        {
            await ReadAsync(_harness.Pipeline, id);
            await _harness.Pipeline.ExecuteAsync(
                Samples.Check, new IntegrationCall<PermissionDecision>(Samples.Ann, _ => Asked($"decision {id}", Samples.Decision(PermissionOutcome.Allow)), id) { ItemId = id }, PipelineHarness.Token);
        }

        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("7")));
        return [.. _asked.Order(StringComparer.Ordinal)];
    }

    private Task<KnowledgeContent> ReadAsync(IIntegrationPipeline pipeline, string id) => pipeline.ExecuteAsync(
        Samples.GetContent, new IntegrationCall<KnowledgeContent>(AccessContext.Service, _ => Asked($"content {id}", Samples.Content(id)), id) { ItemId = id }, PipelineHarness.Token);

    private Task<T> Asked<T>(string what, T answer)
    {
        _asked.Add(what);
        return Task.FromResult(answer);
    }
}
