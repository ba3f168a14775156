using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>What leaves of an answer that was made to deceive.</summary>
public sealed class UnsafeAnswerTests
{
    private const string Question = "How many days of annual leave do employees get?";
    private const string Leave = "Employees get 25 days of annual leave.";

    [Theory]
    [InlineData("Visit www[99].evil[99].example[99]/x?d=secret today [99].", "www.")]
    [InlineData("Mail a[99]@evil.example today about this matter [99].", "a@evil")]
    [InlineData("Go &[99]lt;img src=x&[99]gt; today about this matter.", " &lt;")]
    [InlineData("Go https[99]:[99]/[99]/evil.example/x?d=1 today about this matter [99].", "://")]
    [InlineData("Go ![99][x](https://evil[99].example) today about this matter [99].", "![")]
    public async Task T11_What_stood_around_a_marker_does_not_grow_together_into_a_link(string said, string link)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.OnUnsupported = UnsupportedSentence.Mark);
        harness.AddPage("leave", "Leave", Leave);
        harness.Say($"Employees get 25 days of annual leave [1]. {said}");

        string text = (await harness.AskAsync(Question)).Text;

        Assert.Contains("(not found in the sources)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(link, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Employees get 25 days of annual leave [25\u200B].")]
    [InlineData("Employees get 25 days of annual leave [\t25].")]
    [InlineData("Employees get 25 days of annual leave [*25*].")]
    [InlineData("Employees get 25 days of annual leave [2\U000E00205].")]
    [InlineData("Employees get 25 days of annual leave [[1]].")]
    [InlineData("Employees get 25 days of annual leave [[25]].")]
    public async Task T11_A_marker_in_disguise_is_one(string said)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave", Leave);
        harness.Say(said);

        Assert.Equal("Employees get 25 days of annual leave [1].", (await harness.AskAsync(Question)).Text);
    }

    [Fact]
    public async Task T11_What_looks_like_a_marker_in_a_document_is_none_in_the_answer()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave", "Employees get 25 days of annual leave [99], says the board [2] in 【7†source】.");
        harness.Gpt.Simulator.Faults.Add("/responses", OpenAiFaults.InsufficientQuota(), times: 20);

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal("Employees get 25 days of annual leave (99), says the board (2) in (7). [1]", answer.Text);
        Assert.Equal([1], MarkerReader.All(answer.Text).SelectMany(static m => m.Numbers));
    }

    [Fact]
    public async Task Row092_What_a_model_said_without_support_before_it_broke_off_never_leaves()
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync(o => o.OnUnsupported = UnsupportedSentence.Mark);
        harness.AddPage("leave", "Leave", Leave);
        harness.Say("The moon is made of cheese and Bob Miller was fired for theft. Then more words come along here and there until the stream is cut in the middle of it all.");
        harness.Gpt.Simulator.Faults.Add("/responses", OpenAiFaults.ErrorInStream(30), times: 100);

        KnowledgeAnswer answer = await harness.AskAsync(Question);

        Assert.Equal((AnswerOutcome.Extractive, "Employees get 25 days of annual leave. [1]"), (answer.Outcome, answer.Text));
        Assert.Single(answer.Sentences);
    }

    [Theory]
    [InlineData("I do not know how many days of annual leave contractors get.", true)]
    [InlineData("I do not know, but employees get days of leave.", false)]
    [InlineData("I don't know Bob.", false)]
    public async Task Row093_Of_what_it_does_not_know_a_model_may_use_the_words_of_the_question(string said, bool isLetOut)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("leave", "Leave", Leave);
        harness.Say($"Employees get 25 days of annual leave [1]. {said}");

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave do employees and contractors get?");

        Assert.Equal(isLetOut ? $"Employees get 25 days of annual leave [1]. {said}" : "Employees get 25 days of annual leave [1].", answer.Text);
    }

    [Theory]
    [InlineData("Unused annual leave expires at the end of March.", "Unused annual leave expires at the end of December.")]
    [InlineData("Annual leave may be taken in spring.", "Annual leave may not be taken in spring.")]
    [InlineData("Annual leave is five days.", "Annual leave is 6 days.")]
    [InlineData("Annual leave is planned on Mondays.", "Annual leave is planned on Fridays.")]
    public async Task Row093_Sources_that_differ_in_more_than_digits_are_said(string first, string second)
    {
        await using AnswerHarness harness = await AnswerHarness.StartAsync();
        harness.AddPage("a", "Rules", first);
        harness.AddPage("b", "Handbook", second);
        harness.Say($"{first} [1]");

        KnowledgeAnswer answer = await harness.AskAsync("What about annual leave?");

        Assert.Single(answer.Notices, n => n.Kind == AnswerNoticeKind.SourcesDiffer);
    }
}
