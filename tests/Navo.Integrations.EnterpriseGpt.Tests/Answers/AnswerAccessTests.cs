using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class AnswerAccessTests
{
    private const string Question = "What is the bonus of the board?";
    private const string Bonus = "The bonus of the board is 90 percent.";

    [Fact]
    public async Task Row089_Revoked_access_takes_effect_at_once_though_decisions_are_kept()
    {
        InMemoryIntegration vault = new("memory:vault");
        vault.Add("bonus", "Bonus", Bonus, Audience.Everyone);
        await using AnswerHarness harness = await AnswerHarness.StartAsync(services: s => s.AddNavoIntegrations().AddIntegration<IIntegration>(
            vault.Name, sp => new KeptDecisions(vault, sp.GetRequiredService<IIntegrationPipelineFactory>(), sp.GetRequiredService<TimeProvider>())));

        KnowledgeAnswer before = await harness.AskAsync(Question);
        vault.Add("bonus", "Bonus", Bonus, Audience.Nobody);
        KnowledgeAnswer after = await harness.AskAsync(Question);

        Assert.Equal(AnswerOutcome.Answered, before.Outcome);
        Assert.Equal(AnswerOutcome.DontKnow, after.Outcome);
        Assert.Empty(after.Passages);
        Assert.Contains(harness.Records[^1].Passages, p => p.Outcome == PermissionOutcome.Deny);
    }

    [Fact]
    public async Task Row089_A_permission_that_cannot_be_established_keeps_the_passage_from_the_model()
    {
        InMemoryIntegration vault = new("memory:vault");
        vault.Add("bonus", "Bonus", Bonus, policy: null);
        await using AnswerHarness harness = await AnswerHarness.StartAsync(services: s => s.AddNavoIntegrations().AddIntegration<IIntegration>(
            vault.Name, sp => new KeptDecisions(vault, sp.GetRequiredService<IIntegrationPipelineFactory>(), sp.GetRequiredService<TimeProvider>())));

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal(AnswerOutcome.DontKnow, answer.Outcome);
        Assert.DoesNotContain(harness.Gpt.Simulator.Requests, r => r.Body.Contains("90 percent", StringComparison.Ordinal));
        Assert.Equal(PermissionOutcome.Unknown, harness.Records[0].Passages[0].Outcome);
    }

    [Fact]
    public async Task T02_A_check_that_does_not_end_in_time_keeps_the_passage_from_the_model()
    {
        InMemoryIntegration vault = new("memory:vault");
        vault.Add("bonus", "Bonus", Bonus, Audience.Everyone);
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.PermissionTimeout = TimeSpan.FromMilliseconds(20), services: s => s.AddNavoIntegrations().AddIntegration<IIntegration>(
            vault.Name, sp => new KeptDecisions(vault, sp.GetRequiredService<IIntegrationPipelineFactory>(), sp.GetRequiredService<TimeProvider>())));
        KeptDecisions.Hangs.Value = true;

        KnowledgeAnswer answer = await harness.AskAsync(Question).WaitAsync(TimeSpan.FromSeconds(30), SimulatedGpt.Token);

        Assert.Equal(AnswerOutcome.DontKnow, answer.Outcome);
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.SourceFailed), (harness.Records[0].Passages[0].Outcome, harness.Records[0].Passages[0].Reason));
    }

    [Fact]
    public async Task Row089_Decisions_may_be_kept_for_a_while_where_the_options_say_so()
    {
        InMemoryIntegration vault = new("memory:vault");
        vault.Add("bonus", "Bonus", Bonus, Audience.Everyone);
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.MaxPermissionAge = TimeSpan.FromMinutes(5), services: s => s.AddNavoIntegrations().AddIntegration<IIntegration>(
            vault.Name, sp => new KeptDecisions(vault, sp.GetRequiredService<IIntegrationPipelineFactory>(), sp.GetRequiredService<TimeProvider>())));

        await harness.AskAsync(Question);
        await harness.AskAsync(Question);

        Assert.Single(vault.Calls, c => c.Operation == "check_permissions");
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => (o.PermissionTimeout, o.MaxPassages) = (TimeSpan.Zero, 0));

        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => harness.AskAsync(Question));

        Assert.Contains("PermissionTimeout", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row091_Readers_of_the_same_passages_share_an_answer_and_a_changed_version_ends_it()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        KnowledgeContent page = harness.AddPage("bonus", "Bonus", Bonus);

        KnowledgeAnswer ada = await harness.AskAsync(Question);
        KnowledgeAnswer ben = await harness.AskAsync(Question, SimulatedGpt.Ben);
        harness.Origin.Add(page with { SourceVersion = "2", Markdown = "The bonus of the board is 10 percent." }, Audience.Everyone);
        KnowledgeAnswer later = await harness.AskAsync(Question);

        Assert.Equal(ResultOriginKind.Source, ada.Response!.Origin.Kind);
        Assert.Equal(ResultOriginKind.Cache, ben.Response!.Origin.Kind);
        Assert.Contains("10 percent", later.Text, StringComparison.Ordinal);
        Assert.Equal("2", later.Citations[0].Version);
    }

    [Theory]
    [InlineData(SensitivityLevel.Full, true, true)]
    [InlineData(SensitivityLevel.SummaryOnly, true, false)]
    [InlineData(SensitivityLevel.MetadataOnly, false, false)]
    [InlineData(SensitivityLevel.Never, false, false)]
    public async Task Row095_A_label_decides_how_much_reaches_the_model(SensitivityLevel level, bool first, bool rest)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.Sensitivity["secret"] = level);
        harness.AddPage("bonus", "Board bonus", "# Board\n\nThe bonus of the board is alpha. The bonus of the chair is omega.", labels: ["howto", "Secret"]);

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        string sent = string.Concat(harness.Gpt.Simulator.Requests.Select(r => r.Body));
        Assert.Equal(first, sent.Contains("alpha", StringComparison.Ordinal));
        Assert.Equal(rest, sent.Contains("omega", StringComparison.Ordinal));
        Assert.Equal(level != SensitivityLevel.Never, sent.Contains("Board bonus", StringComparison.Ordinal));
        Assert.All(answer.Passages, p => Assert.Equal(level, p.Sensitivity));
    }

    [Fact]
    public async Task Row095_A_label_that_is_not_mapped_follows_the_default()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.DefaultSensitivity = SensitivityLevel.Never);
        harness.AddPage("bonus", "Bonus", Bonus, labels: ["new"]);

        Assert.Empty((await harness.AskAsync(Question)).Passages);
    }

    [Fact]
    public async Task Row084_The_record_holds_who_what_under_which_decision_and_no_question()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("bonus", "Bonus", Bonus);

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal([AnswerRecordStage.Opened, AnswerRecordStage.Closed], harness.Records.Select(r => r.Stage));
        AnswerRecord record = harness.Records[1];
        Assert.Equal(SimulatedGpt.Ada.Key, record.Reader);
        Assert.Equal(64, record.QuestionSha256.Length);
        Assert.Equal(("memory/bonus", PermissionOutcome.Allow), (record.Passages[0].Item, record.Passages[0].Outcome));
        Assert.Equal((AnswerOutcome.Answered, answer.Usage, answer.Cost), (record.Outcome, record.Usage, record.Cost));
        Assert.True(record.Usage.Input > 0);
        Assert.DoesNotContain("bonus of", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row084_An_answer_whose_record_is_not_taken_does_not_leave_and_is_not_asked_for()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(services: s => s.AddSingleton<IAnswerAuditSink, BrokenSink>());
        harness.AddPage("bonus", "Bonus", Bonus);

        await Assert.ThrowsAsync<UnavailableException>(() => harness.AskAsync(Question));

        Assert.DoesNotContain(harness.Gpt.Simulator.Requests, r => r.Body.Contains("90 percent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row084_Without_a_sink_of_its_own_the_record_goes_whole_into_the_trail()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(services: s => s.AddSingleton<IAnswerAuditSink>(sp => new EnterpriseGpt.Internal.Answers.AnswerAuditSink(sp.GetRequiredService<IAuditSink>())));
        harness.AddPage("bonus", "Bonus", Bonus);

        await harness.AskAsync(Question);

        AuditRecord[] records = [.. harness.Gpt.Output.AuditRecords.Where(r => r.Operation == "answer")];
        Assert.Equal(2, records.Length);
        Assert.Contains("\"question_sha256\"", records[1].Detail, StringComparison.Ordinal);
        Assert.Equal(["memory/bonus"], records[1].DisclosedItems);
    }

    private sealed class BrokenSink : IAnswerAuditSink
    {
        public ValueTask WriteAsync(AnswerRecord record, CancellationToken cancellationToken = default) => throw new IOException("full");
    }
}
