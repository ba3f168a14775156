using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>Three sources, each well, slow, down or wrong, in every combination, while they are searched, give texts and decide.</summary>
public sealed class AnswerFaultsTests
{
    private static readonly string[] Towns = ["Bergen", "Lisbon", "Odessa"];
    private static readonly string[] Facts = ["The harbour of Bergen opens at eight.", "Ships for Lisbon leave its harbour on Friday.", "Grain is loaded in the harbour of Odessa."];

    public static TheoryData<FaultStage, FaultState, FaultState, FaultState> Combinations
    {
        get
        {
            TheoryData<FaultStage, FaultState, FaultState, FaultState> all = [];
            foreach (FaultStage stage in Enum.GetValues<FaultStage>())
            {
                foreach (int code in Enumerable.Range(0, 64))
                {
                    all.Add(stage, (FaultState)(code / 16), (FaultState)(code / 4 % 4), (FaultState)(code % 4));
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public Task F27_what_is_well_is_answered_what_is_not_is_said_and_the_deadline_holds(FaultStage stage, FaultState first, FaultState second, FaultState third) => HoldsAsync(stage, [first, second, third], null);

    [Theory]
    [InlineData("title")]
    [InlineData("id")]
    [InlineData("omitted")]
    [InlineData("hits")]
    [InlineData("page")]
    public Task F27_a_source_whose_page_is_malformed_is_said_and_the_others_are_answered(string what) => HoldsAsync(FaultStage.Search, [FaultState.Well, FaultState.Wrong, FaultState.Well], what);

    private static async Task HoldsAsync(FaultStage stage, FaultState[] states, string? malformed)
    {
        FakeTimeProvider time = new(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        using SemaphoreSlim settled = new(0);
        FaultySource[] sources = [.. states.Select((state, i) => new FaultySource(Source(i, time), stage, state, settled) { Malformed = malformed })];
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations().AddKnowledgeAssistant(o => o.MaxSearches = 1);
        Array.ForEach(sources, source => builder.AddIntegration<IIntegration>(source.Name, _ => source));
        if (stage == FaultStage.Search)
        {
            ReportedSearch.Register(services, settled);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        KnowledgeAssistantOptions limits = new();
        TimeSpan bound = stage switch { FaultStage.Search => limits.SearchTimeout, FaultStage.Content => limits.ContentTimeout, _ => limits.PermissionTimeout };

        Task<KnowledgeAnswer> asked = provider.GetRequiredService<IKnowledgeAssistant>().AskAsync(new("harbour"), SimulatedGpt.Ada, SimulatedGpt.Token);
        for (int i = 0; i < states.Length; i++)
        {
            Assert.True(await settled.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token));
        }

        if (states.Contains(FaultState.Slow))
        {
            time.Advance(bound - TimeSpan.FromMilliseconds(100));
            Assert.False(asked.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        KnowledgeAnswer answer = await asked.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token);

        IEnumerable<string> well = sources.Where(source => source.State == FaultState.Well).Select(source => source.Name.ToString()).Order();
        Assert.Equal(well, answer.Citations.Select(citation => citation.Source.ToString()).Distinct().Order());
        Assert.Equal(well.Any() ? AnswerOutcome.Extractive : AnswerOutcome.DontKnow, answer.Outcome);
        foreach ((FaultState state, int i) in states.Select((state, i) => (state, i)))
        {
            Assert.Equal(state == FaultState.Well, answer.Text.Contains(Towns[i], StringComparison.Ordinal));
        }

        FaultySource[] faulty = [.. sources.Where(source => source.State != FaultState.Well)];
        Assert.DoesNotContain(answer.Notices, notice => notice.Message.Contains("secret", StringComparison.Ordinal));
        IEnumerable<string> named = answer.Notices.Where(notice => notice.Kind == AnswerNoticeKind.SourceMissing).SelectMany(notice => notice.Sources);
        Assert.Equal(faulty.Select(source => source.Name.ToString()).Order(), named.Order());
        switch (stage)
        {
            case FaultStage.Search:
                Assert.All(faulty, source => Assert.Equal(
                    source.State == FaultState.Slow ? SourceStatus.TimedOut : SourceStatus.Failed,
                    answer.Reports.Single(report => report.Source == source.Name).Status));
                break;
            case FaultStage.Content:
                Assert.Equal(faulty.Length, answer.Unread.Count);
                break;
        }
    }

    private static InMemoryIntegration Source(int i, TimeProvider time)
    {
        InMemoryIntegration source = new($"memory:{Towns[i].ToLowerInvariant()}", time);
        source.Add(Towns[i], Towns[i], Facts[i], Audience.Everyone);
        return source;
    }
}
