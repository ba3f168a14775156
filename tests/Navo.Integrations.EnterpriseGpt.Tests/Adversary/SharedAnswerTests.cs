using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Adversary;

/// <summary>Readers who share an answer share nothing else of each other.</summary>
public sealed class SharedAnswerTests
{
    private static readonly GroundingSource Rota = new() { Source = new("memory"), Id = new("1"), Version = "3", Title = "Rota", Text = "The rotation changes every Monday at nine. Ada is first in November." };
    private static readonly GenerateRequest Question = new("When does the rotation change?") { Sources = [Rota] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_readers_spent_budget_does_not_stop_another_who_asks_the_same_at_the_same_time(bool isStreamed)
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        GatedLedger ledger = new(new(new(2026, 11, 28), string.Empty, SimulatedGpt.Ada.Key, string.Empty, "generate_response", "gpt-4o"));
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => o.Budgets.PerUser = 1m, services: services => services.AddSingleton<IUsageLedger>(ledger));

        Task<GeneratedResponse> adas = gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ada, SimulatedGpt.Token);
        Task<GeneratedResponse> bens = AskAsync(gpt, isStreamed);
        ledger.Open();

        BudgetExceededException spent = await Assert.ThrowsAsync<BudgetExceededException>(() => gpt.FinishAsync(adas, TimeSpan.Zero));
        Assert.Equal("user", spent.Scope);
        Assert.True((await gpt.FinishAsync(bens, TimeSpan.Zero)).IsComplete);
        Assert.Single(gpt.Simulator.Requests);
    }

    [Fact]
    public async Task An_answer_that_one_readers_budget_cut_is_not_handed_to_another_who_joined()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        GatedLedger ledger = new(new(new(2026, 11, 28), string.Empty, SimulatedGpt.Ada.Key, string.Empty, "generate_response", "gpt-4o")) { Cost = 0.999m };
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => o.Budgets.PerUser = 1m, services: services => services.AddSingleton<IUsageLedger>(ledger));
        string whole = string.Join(' ', Enumerable.Repeat("harbour", 300));
        gpt.Organization.Script(OpenAiScriptedAnswer.Say(whole), OpenAiScriptedAnswer.Say(whole));

        Task<GeneratedResponse> adas = gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ada, SimulatedGpt.Token);
        Task<GeneratedResponse> bens = gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ben, SimulatedGpt.Token);
        ledger.Open();

        Assert.Equal(GenerationOutcome.CutByBudget, (await gpt.FinishAsync(adas, TimeSpan.Zero)).Outcome);
        Assert.Equal(whole, (await gpt.FinishAsync(bens, TimeSpan.Zero)).Text);
    }

    [Fact]
    public async Task What_a_readers_budget_has_to_say_is_told_to_nobody_else()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(
            configure: (_, o) => (o.Budgets.PerUser, o.Budgets.WarnAt) = (1m, 0.000_001),
            simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(5) });

        Task<GeneratedResponse> adas = gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse joined = await gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ben, SimulatedGpt.Token);
        GeneratedResponse cached = await gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.NotEmpty((await adas).BudgetWarnings);
        Assert.Single(gpt.Simulator.Requests);
        Assert.Empty(joined.BudgetWarnings);
        Assert.Empty(cached.BudgetWarnings);
    }

    [Fact]
    public async Task Sources_are_reported_in_the_order_of_the_request_out_of_the_cache_too()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        string filler = string.Join(' ', Enumerable.Repeat("harbour", 400));
        GroundingSource second = Rota with { Id = new("2"), Text = filler };
        GroundingSource third = Rota with { Id = new("3"), Text = filler };
        GenerateRequest tight = Question with { ContextTokens = 80, Sources = [Rota, third, second] };

        await gpt.Client.GenerateResponseAsync(tight with { Sources = [Rota, second, third] }, SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse asked = await gpt.Client.GenerateResponseAsync(tight, SimulatedGpt.Ada, SimulatedGpt.Token);
        GeneratedResponse again = await gpt.Client.GenerateResponseAsync(tight, SimulatedGpt.Ben, SimulatedGpt.Token);

        Assert.Equal((ResultOriginKind.Source, ResultOriginKind.Cache), (asked.Origin.Kind, again.Origin.Kind));
        Assert.Equal(["memory/1", "memory/3", "memory/2"], asked.Sources.Select(use => use.Source));
        Assert.Equal(asked.Sources, again.Sources);
    }

    private static async Task<GeneratedResponse> AskAsync(SimulatedGpt gpt, bool isStreamed) => isStreamed
        ? (await gpt.Client.StreamResponseAsync(Question, SimulatedGpt.Ben, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token))[^1].Response!
        : await gpt.Client.GenerateResponseAsync(Question, SimulatedGpt.Ben, SimulatedGpt.Token);

    /// <summary>A ledger that is read only when the test says so, and holds what one key has spent.</summary>
    private sealed class GatedLedger(UsageKey key) : IUsageLedger
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public decimal Cost { get; init; } = 2m;

        public void Open() => _open.SetResult();

        public ValueTask AppendAsync(UsageEntry entry, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public async ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
        {
            await _open.Task;
            return [new(key, new() { Requests = 1, Cost = Cost })];
        }
    }
}
