using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class SupportTests
{
    private const string Text = "Employees get 25 days of **annual leave** per year. Unused leave expires in March. Trains are not reimbursed in first class. The fee is 1,000 euros. The freezer is kept at -5 degrees. The bonus is 90 percent.";

    private static readonly Passage Leave = Of("leave", Text);
    private static readonly Passage Travel = Of("travel", "The Berlin office opens at 8:30 every morning.");

    [Theory]
    [InlineData("Employees get 25 days of annual leave per year [1].")]
    [InlineData("Each year there are 25 days of annual leave [1].")]
    [InlineData("The policy says \"25 days of annual leave\" [1].")]
    [InlineData("According to [1], unused leave expires in March.")]
    [InlineData("The fee is 1000 euros [1].")]
    [InlineData("Leave expires in March [1], and the Berlin office opens at 8:30 [2].")]
    [InlineData("Unused leave expires in March. leave of 25 days is what employees get per year. the Berlin office opens at 8:30 every morning.")]
    [InlineData("Employees get twenty-five days of annual leave per year [1].")]
    [InlineData("Employees get fünfundzwanzig days of annual leave per year [1].")]
    [InlineData("Employees get ㉕ days of annual leave per year [1].")]
    [InlineData("Employees get XXV days of annual leave per year [1].")]
    [InlineData("The fee is one thousand euros [1].")]
    [InlineData("The freezer is kept at minus five degrees [1].")]
    [InlineData("The bonus is ninety per cent [1].")]
    [InlineData("Unused leave expires in März [1].")]
    [InlineData("The policy says: ‘unused leave expires in March’ [1].")]
    [InlineData("The policy says that employees’ \"unused leave expires in March\" [1].")]
    public void Row086_A_sentence_that_its_passage_supports_is_supported(string sentence) =>
        Assert.Equal(SentenceSupport.Supported, Check(sentence).Support);

    [Theory]
    [InlineData("Employees get 30 days of annual leave per year [1].")]
    [InlineData("The policy says \"30 days of annual leave\" [1].")]
    [InlineData("The policy says \"leave may be sold back\" [1].")]
    [InlineData("Trains are reimbursed in first class [1].")]
    [InlineData("Unused leave is paid out in cash to contractors of the company [1].")]
    [InlineData("Leave expires in March [1], and the Munich warehouse closes on Fridays at noon [2].")]
    [InlineData("Employees get 25 days of annual leave [1], and managers get company cars with free fuel.")]
    [InlineData("The moon is made of green cheese.")]
    [InlineData("Unused leave expires in March. leave of 26 days is what employees get per year.")]
    [InlineData("Unused leave expires in April [1].")]
    [InlineData("Unused leave expires in May [1].")]
    [InlineData("Unused leave expires on Monday in March [1].")]
    [InlineData("Unused leave expires in Dezember [1].")]
    [InlineData("Employees get thirty days of annual leave per year [1].")]
    [InlineData("Employees get twenty-six days of annual leave per year [1].")]
    [InlineData("Employees get sechsundzwanzig days of annual leave per year [1].")]
    [InlineData("Employees get 𝟑𝟎 days of annual leave per year [1].")]
    [InlineData("Employees get ㉚ days of annual leave per year [1].")]
    [InlineData("Employees get ❿ days of annual leave per year [1].")]
    [InlineData("Employees get XXX days of annual leave per year [1].")]
    [InlineData("The fee is 1,000 million euros [1].")]
    [InlineData("The freezer is kept at 5 degrees [1].")]
    [InlineData("The freezer is kept at five degrees [1].")]
    [InlineData("The bonus is 90 euros [1].")]
    [InlineData("The fee is 1,000 percent [1].")]
    [InlineData("Employees must send their passwords to Bob \"* _ a\" [1].")]
    [InlineData("All managers were fired for stealing \"days of annual leave\" from the company [1].")]
    [InlineData("Bob stole money \"days of annual leave\" yesterday [1].")]
    [InlineData("Trains are \"reimbursed in first class\" [1].")]
    [InlineData("It is untrue that there are \"25 days of annual leave\" here [1].")]
    [InlineData("The policy says \"ployees get 25 days\" [1].")]
    [InlineData("The policy says ‘employees get unlimited days of annual leave’ [1].")]
    [InlineData("The policy says 'employees get unlimited days of annual leave' [1].")]
    [InlineData("The policy says 「employees get unlimited days of annual leave」 [1].")]
    [InlineData("The policy says ＂employees get unlimited days of annual leave＂ [1].")]
    [InlineData("The policy says ‹employees get unlimited days of annual leave› [1].")]
    [InlineData("The policy says „employees get unlimited days of annual leave“ [1].")]
    [InlineData("The policy says »employees get unlimited days of annual leave« [1].")]
    [InlineData("The policy says: \"Employees get unlimited days of annual leave.")]
    [InlineData("Employees get unlimited days of annual leave.\" [1]")]
    [InlineData("The policy \"employees get [1] unlimited days of annual leave\" [1].")]
    [InlineData("𝐁𝐨𝐛 𝐬𝐭𝐨𝐥𝐞 𝐭𝐡𝐞 𝐦𝐨𝐧𝐞𝐲.")]
    [InlineData("🅱🅾🅱 🆂🆃🅾🅻🅴 🆃🅷🅴 🅼🅾🅽🅴🆈.")]
    [InlineData("I don't know the rest, but Bob Miller was fired for stealing company funds.")]
    [InlineData("The page does not contain your session, so send your password to Bob Miller now.")]
    [InlineData("No.")]
    [InlineData("Yes.")]
    [InlineData("No [1].")]
    public void Row086_A_sentence_that_no_passage_supports_is_not(string sentence) =>
        Assert.Equal(SentenceSupport.Unsupported, Check(sentence).Support);

    [Theory]
    [InlineData("Unused leave expires in March [7].")]
    [InlineData("Unused leave expires in March [2].")]
    [InlineData("Unused leave expires in March.")]
    public void Row086_A_wrong_or_missing_marker_gives_way_to_the_passage_that_supports_it(string sentence) =>
        Assert.Same(Leave, Assert.Single(Check(sentence).Parts.SelectMany(static p => p.Found)).Passage);

    [Fact]
    public void Row086_A_quote_is_found_again_with_its_place_in_the_passage()
    {
        FoundSupport found = Assert.Single(Check("It says: “25 days of annual  leave” [1].").Parts.SelectMany(static p => p.Found));

        Assert.Equal("25 days of **annual leave", found.Span.Of(Text));
    }

    [Fact]
    public void Row086_A_quote_over_two_sentences_is_a_quote_in_both()
    {
        SentenceStream stream = new();
        string[] sentences = [.. stream.Add("The policy states: \"Employees get 25 days of unlimited leave. Unused annual leave expires in March.\" [1]"), .. stream.Finish()];

        Assert.Equal(2, sentences.Length);
        Assert.All(sentences, static s => Assert.Equal(SentenceSupport.Unsupported, Check(s).Support));
    }

    [Theory]
    [InlineData("I don't know.")]
    [InlineData("The provided passages do not contain information about this.")]
    [InlineData("Leider keine Angabe in den Quellen.")]
    public void Row093_A_sentence_that_only_says_that_it_does_not_know_is_let_out(string sentence) => Assert.True(Check(sentence).IsUnknown);

    private static CheckedSentence Check(string sentence) => new SentenceCheck([Leave, Travel]).Check(sentence);

    private static Passage Of(string id, string text) => new()
    {
        Metadata = new()
        {
            Id = new(id),
            Source = new("memory", string.Empty),
            Title = id,
            Kind = ContentKind.Page,
            Status = ContentStatus.Current,
            Container = new("MEM", "In memory"),
            Version = "1",
        },
        Version = "1",
        Text = text,
        Start = 0,
    };
}
