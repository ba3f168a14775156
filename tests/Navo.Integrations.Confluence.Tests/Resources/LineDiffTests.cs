using Navo.Integrations.Abstractions;
using Navo.Integrations.Text;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class LineDiffTests
{
    [Fact]
    public void Row021_runs_put_together_are_both_texts_and_no_shorter_way_exists()
    {
        Random random = new(17);
        for (int round = 0; round < 2_000; round++)
        {
            string[] a = Text(random);
            string[] b = Text(random);

            (IReadOnlyList<DiffRun> runs, bool isCoarse) = LineDiff.Compare(string.Join('\n', a), string.Join('\n', b));

            Assert.False(isCoarse);
            Assert.Equal(a, runs.Where(r => r.Kind != DiffKind.Added).SelectMany(r => r.Lines));
            Assert.Equal(b, runs.Where(r => r.Kind != DiffKind.Removed).SelectMany(r => r.Lines));
            Assert.Equal(LongestCommon(a, b), runs.Where(r => r.Kind == DiffKind.Unchanged).Sum(r => r.Lines.Count));
            Assert.All(runs, r => Assert.NotEmpty(r.Lines));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb", "a\nb")]
    public void Row021_the_same_text_has_no_changes(string from, string to) =>
        Assert.All(LineDiff.Compare(from, to).Runs, r => Assert.Equal(DiffKind.Unchanged, r.Kind));

    [Fact]
    public void Row021_texts_that_differ_beyond_the_bound_are_compared_coarsely_and_say_so()
    {
        string from = "same\n" + string.Join('\n', Enumerable.Range(0, 3_000).Select(i => $"a{i}")) + "\nend";
        string to = "same\n" + string.Join('\n', Enumerable.Range(0, 3_000).Select(i => $"b{i}")) + "\nend";

        (IReadOnlyList<DiffRun> runs, bool isCoarse) = LineDiff.Compare(from, to);

        Assert.True(isCoarse);
        Assert.Equal([DiffKind.Unchanged, DiffKind.Removed, DiffKind.Added, DiffKind.Unchanged], runs.Select(r => r.Kind));
        Assert.Equal([1, 3_000, 3_000, 1], runs.Select(r => r.Lines.Count));
    }

    private static string[] Text(Random random) => [.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(4).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static int LongestCommon(string[] a, string[] b)
    {
        int[,] length = new int[a.Length + 1, b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                length[i, j] = a[i - 1] == b[j - 1] ? length[i - 1, j - 1] + 1 : Math.Max(length[i - 1, j], length[i, j - 1]);
            }
        }

        return length[a.Length, b.Length];
    }
}
