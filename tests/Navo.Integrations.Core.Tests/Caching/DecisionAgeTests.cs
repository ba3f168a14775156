using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>A decision lives a minute from the oldest that it rests on, however many stand between.</summary>
public sealed class DecisionAgeTests : IDisposable
{
    private readonly PipelineHarness _harness = new();
    private readonly IIntegrationPipeline _other;
    private PermissionOutcome _atSource = PermissionOutcome.Allow;

    public DecisionAgeTests() => _other = _harness.PipelineOf("enterprise-gpt");

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task T01_a_decision_is_as_old_as_what_was_kept_and_it_rests_on(int layers)
    {
        await DecideAsync(0);
        _atSource = PermissionOutcome.Deny;
        _harness.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(PermissionOutcome.Allow, await DecideAsync(layers));

        _harness.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(PermissionOutcome.Deny, await DecideAsync(layers));
    }

    [Fact]
    public async Task T01_a_decision_is_as_old_as_what_a_call_between_them_was_given()
    {
        await DecideAsync(0);
        _atSource = PermissionOutcome.Deny;
        _harness.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(PermissionOutcome.Allow, await OuterAsync());

        _harness.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(PermissionOutcome.Deny, await OuterAsync());

        async Task<PermissionOutcome> OuterAsync() => (await AskAsync(_harness.Pipeline, Samples.Check, "outer", () => AskAsync(_harness.Pipeline, Samples.Uncached, "between", () => KeptAsync(0)))).Outcome;
    }

    [Fact]
    public async Task T01_a_decision_that_joined_a_question_is_as_old_as_its_answer()
    {
        TaskCompletionSource<PermissionDecision> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<PermissionDecision> first = AskAsync(_harness.Pipeline, Samples.Check, "shared", () => source.Task);
        _harness.Time.Advance(TimeSpan.FromSeconds(20));
        Task<PermissionDecision> outer = AskAsync(_harness.Pipeline, Samples.Check, "outer", () => AskAsync(_harness.Pipeline, Samples.Check, "shared", () => throw new InvalidOperationException()));
        source.SetResult(Samples.Decision(PermissionOutcome.Allow));
        Assert.Equal((await first).Outcome, (await outer).Outcome);

        _harness.Time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal(PermissionOutcome.Deny, (await AskAsync(_harness.Pipeline, Samples.Check, "outer", () => Task.FromResult(Samples.Decision(PermissionOutcome.Deny)))).Outcome);
    }

    [Fact]
    public async Task What_is_no_decision_lives_as_long_as_its_own_region_says()
    {
        await DecideAsync(0);
        _harness.Time.Advance(TimeSpan.FromSeconds(59));
        int asked = 0;
        for (int i = 0; i < 2; i++)
        {
            await _harness.SearchAsync(async _ =>
            {
                asked++;
                await KeptAsync(0);
                return Samples.Page("1");
            });
            _harness.Time.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task T01_what_another_integration_decided_is_forgotten_where_that_forgets(bool isKeptThere)
    {
        TestOptions options = new();
        options.Cache.Permission.Enabled = isKeptThere;
        IIntegrationPipeline origin = _harness.Services.GetRequiredService<IIntegrationPipelineFactory>().Create(IntegrationName.Parse("sharepoint"), () => options);
        Assert.Equal(PermissionOutcome.Allow, await ElsewhereAsync());
        _atSource = PermissionOutcome.Deny;
        Assert.Equal(isKeptThere ? PermissionOutcome.Allow : PermissionOutcome.Deny, await ElsewhereAsync());
        origin.ForgetDecisions(null);
        Assert.Equal(PermissionOutcome.Deny, await ElsewhereAsync());

        async Task<PermissionOutcome> ElsewhereAsync() =>
            (await AskAsync(_other, Samples.Check, "there", () => AskAsync(origin, Samples.Check, "here", () => Task.FromResult(Samples.Decision(_atSource))))).Outcome;
    }

    private async Task<PermissionOutcome> DecideAsync(int layers) => (await KeptAsync(layers)).Outcome;

    /// <summary>A decision that rests on one that rests on another, down to the source.</summary>
    private Task<PermissionDecision> KeptAsync(int layers) =>
        AskAsync(_harness.Pipeline, Samples.Check, $"layer {layers}", () => layers == 0 ? Task.FromResult(Samples.Decision(_atSource)) : KeptAsync(layers - 1));

    private static async Task<PermissionDecision> AskAsync(IIntegrationPipeline pipeline, IntegrationOperation operation, string words, Func<Task<PermissionDecision>> work) =>
        await pipeline.ExecuteAsync(operation, new IntegrationCall<PermissionDecision>(Samples.Ann, _ => work(), words), PipelineHarness.Token).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
}
