using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class SupportTests
{
    private const string Text = "Employees get 25 days of **annual leave** per year. Unused leave expires in March. Trains are not reimbursed in first class. The fee is 1,000 euros.";

    private static readonly Passage Leave = Of("leave", Text);
    private static readonly Passage Travel = Of("travel", "The Berlin office opens at 8:30 every morning.");

    [Theory]
    [InlineData("Employees get 25 days of annual leave per year [1].")]
    [InlineData("Each year there are 25 days of annual leave [1].")]
    [InlineData("The policy says \"25 days of annual leave\" [1].")]
    [InlineData("According to [1], unused leave expires in March.")]
    [InlineData("The fee is 1000 euros [1].")]
    [InlineData("Leave expires in March [1], and the Berlin office opens at 8:30 [2].")]
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
