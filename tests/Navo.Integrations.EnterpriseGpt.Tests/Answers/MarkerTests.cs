namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class MarkerTests
{
    private static readonly string[] Texts =
    [
        "Employees get 25 days of leave [1]. Unused leave expires in March.[1][2] See e.g. the policy of Dr. Smith [1, 2].\n\n- Trains are booked [2-3]\n- Planes 【2†source】 are not.",
        "25 Tage Urlaub. [1] Resturlaub verfällt im März! [^2]\nMehr dazu unter Nr. 5 der Regel [99].",
        "休暇は25日です。[1]残りは三月に失効します。[2]",
        "One [1",
        "Leave is 25 days. [[1]] Leave is [*2*] days. [\t2] More. [[3] here.",
        "A link [here](https://evil.example/x?d=1) and ![image](https://evil.example/y.png). Next [1]: https://evil.example [2](//evil.example).",
    ];

    public static TheoryData<string> All => [.. Texts];

    [Theory]
    [MemberData(nameof(All))]
    public void Row085_Sentences_are_the_same_wherever_the_text_is_split(string text)
    {
        IReadOnlyList<string> whole = Cut([text]);
        Assert.Equal(text, string.Concat(whole));
        for (int first = 0; first <= text.Length; first++)
        {
            for (int second = first; second <= text.Length; second++)
            {
                Assert.Equal(whole, Cut([text[..first], text[first..second], text[second..]]));
            }
        }

        Assert.Equal(whole, Cut(text.Select(static c => c.ToString())));
    }

    [Theory]
    [InlineData("[1]", 1)]
    [InlineData("[ 1 ]", 1)]
    [InlineData("[1, 3]", 1, 3)]
    [InlineData("[2-4]", 2, 3, 4)]
    [InlineData("[^1]", 1)]
    [InlineData("【3†source】", 3)]
    [InlineData("[2026]", 2026)]
    [InlineData("[１]", 1)]
    [InlineData("[25\u200B]", 25)]
    [InlineData("[\t25]", 25)]
    [InlineData("[*25*]", 25)]
    [InlineData("[**2**\u00A0- `4`]", 2, 3, 4)]
    [InlineData("[[1]]", 1)]
    [InlineData("[[1], [2]]", 1, 2)]
    public void Row085_Markers_of_all_forms_are_read(string text, params int[] numbers) =>
        Assert.Equal(numbers, Assert.Single(MarkerReader.All($"a {text} b")).Numbers);

    [Theory]
    [InlineData("[x]")]
    [InlineData("[]")]
    [InlineData("[1")]
    [InlineData("[the 3rd]")]
    [InlineData("[*]")]
    [InlineData("[[]]")]
    public void Row085_Other_brackets_are_no_markers(string text) => Assert.Empty(MarkerReader.All(text));

    [Fact]
    public void Row085_Abbreviations_and_numbers_end_no_sentence() => Assert.Equal(
        ["The fee is 3.5 percent, see e.g. Dr. Smith. ", "It was paid."],
        Cut(["The fee is 3.5 percent, see e.g. Dr. Smith. It was paid."]));

    private static List<string> Cut(IEnumerable<string> pieces)
    {
        SentenceStream stream = new();
        return [.. pieces.SelectMany(stream.Add), .. stream.Finish()];
    }
}
