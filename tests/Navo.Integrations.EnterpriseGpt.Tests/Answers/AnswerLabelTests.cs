using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>Labels that keep a text from the model, and labels that a question asks for.</summary>
public sealed class AnswerLabelTests
{
    private const string Question = "What is the bonus of the board?";
    private const string Bonus = "The bonus of the board is 90 percent.";

    [Theory]
    [InlineData("memory", "bonus", true)]
    [InlineData("memory", "gone", true)]
    [InlineData("nowhere", "bonus", true)]
    [InlineData("memory", null, true)]
    [InlineData("no name!", "bonus", true)]
    [InlineData("memory", "plain", false)]
    [InlineData(null, null, false)]
    public async Task Row095_A_copy_in_a_vector_store_follows_the_labels_of_its_origin(string? source, string? id, bool isKept)
    {
        await using AnswerHarness harness = await StartAsync(o => o.Sensitivity["board"] = SensitivityLevel.Never, source, id);
        harness.AddPage("bonus", "Rewards", "Nothing of interest.", labels: ["board"]);
        harness.AddPage("plain", "Rewards", "Nothing of interest.");

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal(isKept ? AnswerOutcome.DontKnow : AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal(!isKept, harness.Gpt.Simulator.Requests.Any(r => r.PathAndQuery.Contains("/responses", StringComparison.Ordinal) && r.Body.Contains("90 percent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Row095_Without_a_rule_a_copy_whose_origin_cannot_be_read_is_not_held_back()
    {
        await using AnswerHarness harness = await StartAsync(static _ => { }, "nowhere", "bonus");

        Assert.Equal(AnswerOutcome.Answered, (await harness.AskAsync(Question)).Outcome);
    }

    [Theory]
    [InlineData(" pad ", "pad")]
    [InlineData("pad", " PAD ")]
    [InlineData("top secret", "Top\u00A0Secret")]
    [InlineData("top secret", "top  secret")]
    [InlineData("board", "bo\u200Bard")]
    [InlineData("ＢＯＡＲＤ", "board")]
    [InlineData("gr\u00F6\u00DFe", "Gro\u0308\u00DFe")]
    public async Task Row095_Labels_that_look_the_same_are_the_same(string rule, string label)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.Sensitivity[rule] = SensitivityLevel.Never);
        harness.AddPage("bonus", "Bonus", Bonus, labels: [label]);

        Assert.Empty((await harness.AskAsync(Question)).Passages);
    }

    [Fact]
    public async Task Row095_A_label_that_is_no_text_matches_no_rule_and_fails_nothing()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.Sensitivity["board"] = SensitivityLevel.Never);
        harness.AddPage("bonus", "Bonus", Bonus, labels: ["\uD800", ""]);

        Assert.NotEmpty((await harness.AskAsync(Question)).Passages);
    }

    [Fact]
    public async Task Row078_A_source_that_cannot_search_by_labels_is_not_asked_and_the_answer_says_so()
    {
        await using AnswerHarness harness = await StartAsync(static _ => { }, null, null);

        KnowledgeAnswer answer = await harness.Assistant.AskAsync(new(Question) { Labels = ["public"] }, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(AnswerOutcome.DontKnow, answer.Outcome);
        Assert.Empty(answer.Hits);
        AnswerNotice notice = Assert.Single(answer.Notices, n => n.Kind == AnswerNoticeKind.SourceMissing);
        Assert.Equal(["enterprise-gpt"], notice.Sources);
        Assert.Contains("Labels", notice.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public", true)]
    [InlineData("Public ", true)]
    [InlineData("internal", false)]
    public async Task Row078_Where_the_question_says_so_what_a_source_finds_is_filtered_here_by_the_origin_s_labels(string asked, bool isAnswered)
    {
        await using AnswerHarness harness = await StartAsync(static _ => { }, "memory", "bonus");
        harness.AddPage("bonus", "Rewards", "Nothing of interest.", labels: ["public"]);

        KnowledgeAnswer answer = await harness.Assistant.AskAsync(new(Question) { Labels = [asked], OnInexpressible = InexpressibleFilter.Report }, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal(isAnswered ? AnswerOutcome.Answered : AnswerOutcome.DontKnow, answer.Outcome);
        Assert.Equal(isAnswered, answer.Hits.Any(h => h.Source.Kind == "enterprise-gpt"));
        Assert.Contains(answer.Notices, n => n.Kind == AnswerNoticeKind.SourceMissing && n.Message.Contains("filtered here", StringComparison.Ordinal));
    }

    private static async Task<AnswerHarness> StartAsync(Action<KnowledgeAssistantOptions> options, string? source, string? id)
    {
        AnswerHarness harness = await AnswerHarness.StartAsync(options, gpt: o =>
        {
            o.VectorStores.Add("vs_company");
            o.OpenVectorStores.Add("vs_company");
        });
        Dictionary<string, object> attributes = new() { ["title"] = "Bonus", ["kind"] = "page" };
        if (source is not null)
        {
            attributes["navo_source"] = source;
        }

        if (id is not null)
        {
            attributes["navo_id"] = id;
        }

        harness.Gpt.Organization.AddVectorStore("vs_company").AddFile("bonus.md", Bonus, attributes);
        return harness;
    }
}
