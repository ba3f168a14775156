using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What was forgotten stays forgotten where other processes still keep it.</summary>
public sealed class ForgettingTests
{
    private readonly FakeDistributedCache _shared = new();
    private int _asked;

    [Fact]
    public async Task T03_a_decision_from_before_this_process_began_is_not_believed()
    {
        using PipelineHarness one = new(_shared);
        await CheckAsync(one);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        using PipelineHarness later = new(_shared); // it was told to forget, perhaps, before it was started anew
        later.Time.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync(later);

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task T03_what_another_process_kept_after_a_change_of_its_own_is_not_taken_for_what_came_after_ours()
    {
        using PipelineHarness one = new(_shared), other = new(_shared);
        one.Pipeline.Forget(new ContentId("7"));
        await ReadAsync(one.Pipeline);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        other.Time.Advance(TimeSpan.FromSeconds(1));

        other.Pipeline.Forget(new ContentId("7")); // a later change than the one that the first was told of
        await ReadAsync(other.Pipeline);

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task F31_what_may_have_been_missed_counts_for_integrations_that_were_not_asked_yet()
    {
        using PipelineHarness one = new(_shared), other = new(_shared);
        await ReadAsync(one.PipelineOf("wiki"));
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        other.Time.Advance(TimeSpan.FromSeconds(1));

        other.Cache.ClearAll();
        await ReadAsync(other.PipelineOf("wiki"));

        Assert.Equal(2, _asked);
    }

    private Task<PermissionDecision> CheckAsync(PipelineHarness harness) => harness.Pipeline.ExecuteAsync(
        Samples.Check, new IntegrationCall<PermissionDecision>(Samples.Ann, _ => Asked(Samples.Decision(PermissionOutcome.Allow)), "7") { ItemId = "7" }, PipelineHarness.Token);

    private Task<KnowledgeContent> ReadAsync(IIntegrationPipeline pipeline) => pipeline.ExecuteAsync(
        Samples.GetContent, new IntegrationCall<KnowledgeContent>(AccessContext.Service, _ => Asked(Samples.Content()), "7") { ItemId = "7" }, PipelineHarness.Token);

    private Task<T> Asked<T>(T answer)
    {
        _asked++;
        return Task.FromResult(answer);
    }
}
