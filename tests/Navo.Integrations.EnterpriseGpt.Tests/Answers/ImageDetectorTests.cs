using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class ImageDetectorTests
{
    /// <summary>What the matcher of definitions may need for itself, however long the text is.</summary>
    private const long Little = 1_000_000;

    public static TheoryData<string> LongTexts =>
    [
        new string('[', 1_000_000) + "](" + new string('a', 1_000) + ")",
        string.Concat(Enumerable.Repeat("[](", 10_000)) + ")",
        string.Concat(Enumerable.Repeat("![](", 10_000)) + ")",
        string.Concat(Enumerable.Repeat("[a](b) ", 100_000)),
        string.Concat(Enumerable.Range(0, 3_000).Select(i => $"[label {i}]: b\n")),
    ];

    [Theory, MemberData(nameof(LongTexts), DisableDiscoveryEnumeration = true)]
    public void T10_a_long_text_of_brackets_is_read_in_place(string text)
    {
        Assert.False(ImageDetector.CarriesData("[a](b)\n[c]: d"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        bool carries = ImageDetector.CarriesData(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Little);
        Assert.False(carries);
    }

    [Theory]
    [InlineData("[a](b [c](d)?x={{s}})", false)]
    [InlineData("[a](b [c](https://e.example/p?x={{s}})", true)]
    [InlineData("[a](b [c) d](https://e.example/p?x={{s}})", true)]
    [InlineData("[a](b](c [d) e](https://e.example/p?x={{s}})", true)]
    [InlineData("![a](b ![c) d](https://e.example/p?x=1)", true)]
    [InlineData("![a](b [c) d](https://e.example/p?x=1)", false)]
    [InlineData("[a](b) [c](https://e.example/p?x={{s}}) [d](e)", true)]
    [InlineData("[[[[a](https://e.example/p?x={{s}}", false)]
    [InlineData("![Label]\n\n  [lABEL]:\thttps://e.example/p?d=1", true)]
    [InlineData("![alt][r]\n\n[q]: https://e.example/p\n[r]: https://e.example/p?d=1", true)]
    [InlineData("![alt] [x][r]\n\n[r]: https://e.example/p?d=1", true)]
    [InlineData("[x][r]\n\n[r]: https://e.example/p?d=1", false)]
    [InlineData("![rr]\n\n[r]: https://e.example/p?d=1", false)]
    [InlineData("![a [r]\n\n[a [r]: https://e.example/p?d=1", true)]
    public void T10_addresses_within_addresses_and_definitions_are_found(string text, bool carries) => Assert.Equal(carries, ImageDetector.CarriesData(text));
}
