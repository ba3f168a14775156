using System.Diagnostics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class AnswerFlowTests
{
    private const string Leave = "# Annual leave\n\nEmployees get 25 days of annual leave per year. Unused leave expires in March.\n\n# Travel\n\nTrains are booked in second class.";

    [Fact]
    public async Task Row085_An_answer_cites_the_passage_that_supports_it()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave policy", Leave);

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave do employees get?");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Contains("25 days", answer.Text, StringComparison.Ordinal);
        Citation citation = Assert.Single(answer.Citations);
        Assert.Equal(["Annual leave"], citation.HeadingPath);
        Assert.Equal("Leave policy", citation.Title);
        CitedQuote quote = citation.Quotes[0];
        Assert.Equal(quote.Text, Leave.Substring(quote.Start, quote.Length));
        Assert.Contains("[1]", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row085_The_parts_of_a_stream_are_the_text_of_the_answer()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave policy", Leave);
        harness.Say("Employees get 25 days of annual leave [1]. Unused leave expires in March [1].");

        List<AnswerUpdate> updates = await harness.Assistant.StreamAsync(new("How long is annual leave for employees?"), SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);

        Assert.True(updates.Count >= 3);
        Assert.Equal(updates[^1].Answer!.Text, string.Concat(updates.Select(u => u.Text)));
        Assert.Equal("Employees get 25 days of annual leave [1]. Unused leave expires in March [1].", updates[^1].Answer!.Text);
    }

    [Fact]
    public async Task Row082_An_answer_is_one_activity_over_its_searches_and_says_nothing_of_the_question()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave policy", Leave);
        using ListenedTrace trace = new();

        await harness.AskAsync("How many days of annual leave do employees get?");
        await harness.Assistant.StreamAsync(new("What does a canary eat?"), SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        await Assert.ThrowsAsync<InvalidQueryException>(() => harness.Assistant.AskAsync(new("leave") { Sources = [new("nowhere")] }, SimulatedGpt.Ada, SimulatedGpt.Token));

        Activity[] answers = [.. trace.Ended("Navo.Integrations.EnterpriseGpt").Where(one => one.OperationName == EnterpriseGptTelemetry.Answer)];
        Assert.Equal(["answered", "dont_know", null], answers.Select(one => one.GetTagItem(EnterpriseGptTelemetry.AnswerOutcome)));
        Assert.Equal([null, null, "invalid_query"], answers.Select(one => one.GetTagItem("error.type")));
        Assert.All(answers, one => Assert.Equal(trace.Root.SpanId, one.ParentSpanId));
        Activity[] searches = trace.Ended("Navo.Integrations.Federation");
        Assert.NotEmpty(searches);
        Assert.All(searches, one => Assert.Contains(one.ParentSpanId, answers.Select(answer => answer.SpanId)));
        Assert.DoesNotContain("canary", string.Join(' ', answers.SelectMany(one => one.TagObjects).Select(tag => $"{tag.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row089_What_another_reader_may_see_does_not_reach_the_model()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("bonus", "Bonus", "The bonus of the board is 90 percent.", policy: Audience.Users(SimulatedGpt.Ben.User!.Value));

        KnowledgeAnswer ada = await harness.AskAsync("What is the bonus of the board?");
        KnowledgeAnswer ben = await harness.AskAsync("What is the bonus of the board?", SimulatedGpt.Ben);

        Assert.Equal(AnswerOutcome.DontKnow, ada.Outcome);
        Assert.Equal(AnswerOutcome.Answered, ben.Outcome);
    }
}
