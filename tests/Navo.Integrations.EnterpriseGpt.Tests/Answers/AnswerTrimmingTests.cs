using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>What the reader is handed beside the text: hits, reports and notices tell nothing of what is hidden.</summary>
public sealed class AnswerTrimmingTests
{
    private const string Question = "What is the bonus of the board?";
    private const string Bonus = "The bonus of the board is 90 percent.";
    private const string Leave = "Every employee of the company gets 25 days of annual leave per year and carries over five of them until the end of March.";

    [Theory]
    [InlineData("search")]
    [InlineData("read")]
    [InlineData("check")]
    public async Task Row089_An_item_that_is_revoked_while_the_answer_is_made_is_no_hit_of_it(string step)
    {
        InMemoryIntegration vault = new("memory:vault");
        vault.Add("bonus", "Board bonus", Bonus, Audience.Everyone);
        StepSource source = new(vault) { Before = here => { if (here == step) { vault.Add("bonus", "Board bonus", Bonus, Audience.Nobody); } } };
        await using AnswerHarness harness = await StartAsync(source);

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal(AnswerOutcome.DontKnow, answer.Outcome);
        Assert.Empty(answer.Hits);
        Assert.Empty(answer.Unread);
        Assert.Empty(answer.Notices);
        Assert.All(answer.Reports, r => Assert.Equal(0, r.HitCount));
    }

    [Fact]
    public async Task Row089_A_hit_of_which_no_passage_is_made_is_asked_about_too()
    {
        InMemoryIntegration vault = new("memory:vault");
        KnowledgeContent page = vault.Add("bonus", "Board bonus", Bonus, Audience.Everyone);
        page = page with { Metadata = page.Metadata with { Labels = ["board"] } };
        vault.Add(page, Audience.Everyone);
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.Sensitivity["board"] = SensitivityLevel.Never, services: s => Register(s, vault));

        KnowledgeAnswer before = await harness.AskAsync(Question);
        vault.Add(page, Audience.Nobody);
        KnowledgeAnswer after = await harness.AskAsync(Question);

        Assert.Single(before.Hits);
        Assert.Empty(before.Passages);
        Assert.Empty(after.Hits);
    }

    [Fact]
    public async Task Row089_An_answer_is_the_same_whether_something_undecidable_hidden_or_nothing_matches()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.Origin.Add("x", "Layoffs", "The layoffs of spring hit the harbour.", policy: null);
        harness.Origin.Add("y", "Merger", "The merger of spring is secret.", Audience.Nobody);
        List<string> seen = [];
        foreach (string word in new[] { "layoffs", "merger", "unicorns" })
        {
            KnowledgeAnswer answer = await harness.AskAsync($"What about {word}?", SimulatedGpt.Ben);
            seen.Add(string.Join('|', answer.Reports.Select(r => $"{r.Source} {r.Status} {r.Detail} {r.HitCount} {r.Omitted.Count} {r.Error}")
                .Concat(answer.Notices.Select(n => n.Message)).Append($"{answer.Text} {answer.Hits.Count} {answer.Unread.Count} {answer.Passages.Count}")));
        }

        Assert.Single(seen.Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Row089_Undecidable_hits_are_neither_counted_nor_said_and_stay_in_the_record(int count)
    {
        InMemoryIntegration vault = new("memory:vault");
        for (int i = 0; i < count; i++)
        {
            vault.Add($"bonus{i}", $"Bonus {i}", Bonus, policy: null);
        }

        await using AnswerHarness harness = await AnswerHarness.StartAsync(services: s => Register(s, vault));

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Empty(answer.Notices);
        Assert.Empty(answer.Hits);
        Assert.All(answer.Reports, r => Assert.Equal((SourceStatus.Answered, 0), (r.Status, r.HitCount)));
        Assert.Equal(count, harness.Records[^1].Passages.Count(p => p.Outcome == PermissionOutcome.Unknown));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("check")]
    public async Task Row079_Where_a_copy_s_source_is_down_the_other_copy_is_the_answer(string step)
    {
        StepSource broken = new(Of("aaa:one", "Annual leave", Audience.Everyone)) { Before = here => { if (here == step) { throw new UnavailableException("Down."); } } };
        await using AnswerHarness harness = await StartAsync(broken, new StepSource(Of("bbb:two", "Annual leave.pdf", Audience.Everyone)));

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave does an employee get?");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal(["bbb:two"], answer.Citations.Select(c => c.Source.ToString()).Distinct());
        Assert.Equal(["bbb:two"], answer.Hits.Select(h => h.Source.ToString()));
        Assert.Equal(["aaa:one"], answer.Notices.Where(n => n.Kind == AnswerNoticeKind.SourceMissing).SelectMany(n => n.Sources));
    }

    [Fact]
    public async Task Row079_Where_a_copy_is_denied_the_other_copy_is_the_answer_and_nothing_is_said()
    {
        InMemoryIntegration one = Of("aaa:one", "Annual leave", Audience.Everyone);
        StepSource revoked = new(one) { Before = here => { if (here == "check") { one.Add("leave", "Annual leave", Leave, Audience.Nobody); } } };
        await using AnswerHarness harness = await StartAsync(revoked, new StepSource(Of("bbb:two", "Annual leave.pdf", Audience.Everyone)));

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave does an employee get?");

        Assert.Equal(["bbb:two"], answer.Citations.Select(c => c.Source.ToString()).Distinct());
        Assert.Equal(["bbb:two"], answer.Hits.Select(h => h.Source.ToString()));
        Assert.Empty(answer.Notices);
    }

    [Fact]
    public async Task Row079_A_copy_that_the_reader_may_not_see_takes_nobody_s_place()
    {
        InMemoryIntegration two = Of("bbb:two", "Annual leave.pdf", Audience.Everyone);
        StepSource broken = new(Of("aaa:one", "Annual leave", Audience.Everyone)) { Before = here => { if (here == "read") { two.Add("leave", "Annual leave.pdf", Leave, Audience.Nobody); throw new UnavailableException("Down."); } } };
        await using AnswerHarness harness = await StartAsync(broken, new StepSource(two));

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave does an employee get?");

        Assert.Equal(AnswerOutcome.DontKnow, answer.Outcome);
        Assert.DoesNotContain(answer.Hits, h => h.Source.Kind == "bbb");
    }

    private static InMemoryIntegration Of(string name, string title, AccessPolicy policy)
    {
        InMemoryIntegration source = new(name);
        source.Add("leave", title, Leave, policy);
        return source;
    }

    private static Task<AnswerHarness> StartAsync(params StepSource[] sources) =>
        AnswerHarness.StartAsync(services: s => Array.ForEach(sources, source => s.AddNavoIntegrations().AddIntegration<IIntegration>(source.Name, _ => source)));

    private static void Register(IServiceCollection services, InMemoryIntegration vault) => services.AddNavoIntegrations().AddIntegration<IIntegration>(
        vault.Name, sp => new KeptDecisions(vault, sp.GetRequiredService<IIntegrationPipelineFactory>(), sp.GetRequiredService<TimeProvider>()));

    /// <summary>A source in memory to which something happens before a step.</summary>
    private sealed class StepSource(InMemoryIntegration inner) : IIntegration, IFederatedSource
    {
        public Action<string> Before { get; init; } = static _ => { };

        public IntegrationName Name => inner.Name;

        public SourceAbilities Abilities => inner.Abilities;

        public async Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
        {
            SearchPage page = await inner.SearchAsync(query, reader, cancellationToken);
            if (page.Hits.Count > 0)
            {
                Before("search");
            }

            return page;
        }

        public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
        {
            Before("read");
            return inner.GetContentAsync(id, reader, cancellationToken);
        }

        public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
        {
            Before("check");
            return inner.CheckPermissionsAsync(id, reader, cancellationToken);
        }

        public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => inner.GetMetadataAsync(id, reader, cancellationToken);

        public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => inner.CheckHealthAsync(cancellationToken);

        public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
