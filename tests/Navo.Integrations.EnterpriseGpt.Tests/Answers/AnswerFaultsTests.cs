using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>Three sources, each well, slow, down or wrong, in every combination, while they give texts and decide, and all but slow beside others while they search.</summary>
public sealed class AnswerFaultsTests
{
    private static readonly string[] Towns = ["Bergen", "Lisbon", "Odessa"];
    private static readonly string[] Facts = ["The harbour of Bergen opens at eight.", "Ships for Lisbon leave its harbour on Friday.", "Grain is loaded in the harbour of Odessa."];

    /// <summary>Where the fault is.</summary>
    public enum Stage
    {
        /// <summary>The search.</summary>
        Search,

        /// <summary>Reading the texts.</summary>
        Content,

        /// <summary>Deciding, right before the answer.</summary>
        Permissions,
    }

    /// <summary>How a source is.</summary>
    public enum State
    {
        /// <summary>It answers.</summary>
        Well,

        /// <summary>It never answers and does not heed cancellation.</summary>
        Slow,

        /// <summary>It is unavailable.</summary>
        Down,

        /// <summary>It throws what no integration should, or where it searches gives what is none.</summary>
        Wrong,
    }

    public static TheoryData<Stage, State, State, State> Combinations
    {
        get
        {
            TheoryData<Stage, State, State, State> all = [];
            foreach (Stage stage in Enum.GetValues<Stage>())
            {
                foreach (int code in Enumerable.Range(0, 64))
                {
                    State[] states = [(State)(code / 16), (State)(code / 4 % 4), (State)(code % 4)];
                    int slow = states.Count(state => state == State.Slow);
                    if (stage != Stage.Search || slow is 0 or 3)
                    {
                        all.Add(stage, states[0], states[1], states[2]); // a search slow beside others is tested where it is built, in Core
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public Task F27_what_is_well_is_answered_what_is_not_is_said_and_the_deadline_holds(Stage stage, State first, State second, State third) => HoldsAsync(stage, [first, second, third], null);

    [Theory]
    [InlineData("title")]
    [InlineData("id")]
    [InlineData("omitted")]
    [InlineData("hits")]
    [InlineData("page")]
    public Task F27_a_source_whose_page_is_malformed_is_said_and_the_others_are_answered(string what) => HoldsAsync(Stage.Search, [State.Well, State.Wrong, State.Well], what);

    private static async Task HoldsAsync(Stage stage, State[] states, string? malformed)
    {
        FakeTimeProvider time = new(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        using SemaphoreSlim settled = new(0);
        Faulty[] sources = [.. states.Select((state, i) => new Faulty(Source(i, time), stage, state, settled) { Malformed = malformed })];
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations().AddKnowledgeAssistant(o => o.MaxSearches = 1);
        Array.ForEach(sources, source => builder.AddIntegration<IIntegration>(source.Name, _ => source));
        await using ServiceProvider provider = services.BuildServiceProvider();
        KnowledgeAssistantOptions limits = new();
        TimeSpan bound = stage switch { Stage.Search => limits.SearchTimeout, Stage.Content => limits.ContentTimeout, _ => limits.PermissionTimeout };

        Task<KnowledgeAnswer> asked = provider.GetRequiredService<IKnowledgeAssistant>().AskAsync(new("harbour"), SimulatedGpt.Ada, SimulatedGpt.Token);
        for (int i = 0; i < states.Length; i++)
        {
            Assert.True(await settled.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token));
        }

        if (states.Contains(State.Slow))
        {
            time.Advance(bound - TimeSpan.FromMilliseconds(100));
            Assert.False(asked.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        KnowledgeAnswer answer = await asked.WaitAsync(TimeSpan.FromSeconds(20), SimulatedGpt.Token);

        IEnumerable<string> well = sources.Where(source => source.State == State.Well).Select(source => source.Name.ToString()).Order();
        Assert.Equal(well, answer.Citations.Select(citation => citation.Source.ToString()).Distinct().Order());
        Assert.Equal(well.Any() ? AnswerOutcome.Extractive : AnswerOutcome.DontKnow, answer.Outcome);
        foreach ((State state, int i) in states.Select((state, i) => (state, i)))
        {
            Assert.Equal(state == State.Well, answer.Text.Contains(Towns[i], StringComparison.Ordinal));
        }

        Faulty[] faulty = [.. sources.Where(source => source.State != State.Well)];
        Assert.DoesNotContain(answer.Notices, notice => notice.Message.Contains("secret", StringComparison.Ordinal));
        IEnumerable<string> named = answer.Notices.Where(notice => notice.Kind == AnswerNoticeKind.SourceMissing).SelectMany(notice => notice.Sources);
        Assert.Equal(faulty.Select(source => source.Name.ToString()).Order(), named.Order());
        switch (stage)
        {
            case Stage.Search:
                Assert.All(faulty, source => Assert.Equal(
                    source.State == State.Slow ? SourceStatus.TimedOut : SourceStatus.Failed,
                    answer.Reports.Single(report => report.Source == source.Name).Status));
                break;
            case Stage.Content:
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

    private sealed class Faulty(InMemoryIntegration inner, Stage stage, State state, SemaphoreSlim settled) : IIntegration
    {
        public IntegrationName Name => inner.Name;

        public State State => state;

        /// <summary>What of a page is malformed where it is wrong; null where it throws.</summary>
        public string? Malformed { get; init; }

        public async Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
        {
            if (state != State.Wrong || Malformed is null)
            {
                return await At(Stage.Search, () => inner.SearchAsync(query, reader, cancellationToken));
            }

            settled.Release();
            SearchPage page = await inner.SearchAsync(query, reader, cancellationToken);
            return Malformed switch
            {
                "title" => page with { Hits = [page.Hits[0] with { Title = null! }] },
                "id" => page with { Hits = [page.Hits[0] with { Id = default }] },
                "omitted" => page with { Omitted = null! },
                "hits" => page with { Hits = null! },
                _ => null!,
            };
        }

        public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
            At(Stage.Content, () => inner.GetContentAsync(id, reader, cancellationToken));

        public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
            At(Stage.Permissions, () => inner.CheckPermissionsAsync(id, reader, cancellationToken));

        public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => inner.GetMetadataAsync(id, reader, cancellationToken);

        public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => inner.CheckHealthAsync(cancellationToken);

        public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) => inner.RefreshCredentialsAsync(cancellationToken);

        private async Task<T> At<T>(Stage here, Func<Task<T>> call)
        {
            if (here != stage)
            {
                return await call();
            }

            T? answer = state == State.Well ? await call() : default;
            settled.Release();
            if (state == State.Slow)
            {
                return await new TaskCompletionSource<T>().Task;
            }

            if (answer is not null)
            {
                return answer;
            }

            throw state == State.Down ? new UnavailableException("Down.") : new InvalidOperationException("secret");
        }
    }
}
