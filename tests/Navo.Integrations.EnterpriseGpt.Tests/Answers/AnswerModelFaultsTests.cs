using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>The model fails, or breaks off, while a source does: what is well is answered, and both are said.</summary>
public sealed class AnswerModelFaultsTests
{
    private const string First = "The harbour of Bergen opens at eight.";

    private static readonly IntegrationException[] Failures =
    [
        new UnavailableException("Down."), new IntegrationTimeoutException("Late."), new ThrottledException("Slow down."), new BudgetExceededException("Spent."),
        new AuthenticationException("No."), new ProtocolException("What?"),
    ];

    public static TheoryData<FaultStage, FaultState, int, bool> Combinations
    {
        get
        {
            TheoryData<FaultStage, FaultState, int, bool> all = [];
            foreach (FaultStage stage in Enum.GetValues<FaultStage>())
            {
                foreach (FaultState state in Enum.GetValues<FaultState>())
                {
                    foreach (int failure in Enumerable.Range(0, Failures.Length))
                    {
                        all.Add(stage, state, failure, false);
                        all.Add(stage, state, failure, true);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task F27_a_model_and_a_source_that_fail_together_leave_what_is_well_and_both_are_said(FaultStage stage, FaultState state, int failure, bool isAfterASentence)
    {
        FakeTimeProvider time = new(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        using SemaphoreSlim settled = new(0);
        FaultySource[] sources = [Source("bergen", First, stage, FaultState.Well, time, settled), Source("lisbon", "Ships leave the harbour of Lisbon on Friday.", stage, state, time, settled)];
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations().AddKnowledgeAssistant(o => o.MaxSearches = 1);
        Array.ForEach(sources, source => builder.AddIntegration<IIntegration>(source.Name, _ => source));
        services.AddSingleton(Model(Failures[failure], isAfterASentence));
        if (stage == FaultStage.Search)
        {
            ReportedSearch.Register(services, settled);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        Task<KnowledgeAnswer> asked = provider.GetRequiredService<IKnowledgeAssistant>().AskAsync(new("harbour"), SimulatedGpt.Ada, SimulatedGpt.Token);
        for (int i = 0; i < sources.Length; i++)
        {
            Assert.True(await settled.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token));
        }

        time.Advance(state == FaultState.Slow ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
        KnowledgeAnswer answer = await asked.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token);

        Assert.Contains(First.TrimEnd('.'), answer.Text, StringComparison.Ordinal);
        Assert.Equal(isAfterASentence ? AnswerOutcome.Answered : AnswerOutcome.Extractive, answer.Outcome);
        Assert.Equal(isAfterASentence, answer.ExtractiveReason == ExtractiveReason.None);
        Assert.Equal(!isAfterASentence, answer.IsComplete);
        Assert.Equal(isAfterASentence, answer.Notices.Any(notice => notice.Kind == AnswerNoticeKind.NotWhole));
        bool isWell = state == FaultState.Well;
        Assert.Equal(isWell ? [] : ["memory:lisbon"], answer.Notices.Where(notice => notice.Kind == AnswerNoticeKind.SourceMissing).SelectMany(notice => notice.Sources));
        Assert.Equal(isWell && !isAfterASentence, answer.Citations.Any(citation => citation.Source.Instance == "lisbon"));
    }

    private static FaultySource Source(string town, string fact, FaultStage stage, FaultState state, TimeProvider time, SemaphoreSlim settled)
    {
        InMemoryIntegration source = new($"memory:{town}", time);
        source.Add(town, town, fact, Audience.Everyone);
        return new(source, stage, state, settled);
    }

    /// <summary>It fails whatever it is asked, an answer perhaps only after a sentence of it has left.</summary>
    private static IEnterpriseGptClient Model(IntegrationException failure, bool isAfterASentence)
    {
        IEnterpriseGptClient model = Substitute.For<IEnterpriseGptClient>();
        model.AnalyzeQueryAsync(Arg.Any<QueryAnalysisRequest>(), Arg.Any<AccessContext>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<QueryAnalysis>(failure));
        model.StreamResponseAsync(Arg.Any<GenerateRequest>(), Arg.Any<AccessContext>(), Arg.Any<CancellationToken>())
            .Returns(call => BreakAsync(call.Arg<GenerateRequest>(), failure, isAfterASentence));
        return model;
    }

    private static async IAsyncEnumerable<ResponseUpdate> BreakAsync(GenerateRequest request, IntegrationException failure, bool isAfterASentence)
    {
        await Task.Yield();
        if (isAfterASentence)
        {
            int number = request.Sources.Index().First(source => source.Item.Text.Contains("Bergen", StringComparison.Ordinal)).Index + 1;
            yield return new($"{First.TrimEnd('.')} [{number}]. And ");
        }

        throw failure;
    }
}
