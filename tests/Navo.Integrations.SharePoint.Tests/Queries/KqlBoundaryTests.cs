using CsCheck;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Queries;

/// <summary>Random raw queries are refused, or stand whole and alone beside the boundary.</summary>
public sealed class KqlBoundaryTests
{
    private static readonly string[] Boundary = ["(", "Path:\"https://c/sites/a/\"", "OR", "Path:\"https://c/sites/b/\"", ")", "AND", "("];
    private static readonly string[] Pieces =
    [
        "a", "b", "\"c d\"", "\"c d*\"", "x*", "title:a", "title:\"a b\"", "size>=5", "size:1..5", "created>=2026-01-01", "path:\"https://hr\"", "path:https://hr", "(", ")", "(", ")", " ", " ", " ", " ",
        "AND", "OR", "NOT", "NEAR", "ONEAR(n=3)", "XRANK(cb=1)", "WORDS(a, \"b)\")", "WORDS(", "XRANK(", "NEAR(", "\"x", "ALL", "+", "-", "\"", "*", ":", "=", "..", ",", "\\", "{x}", "\n", "\u201C", "'", "&",
    ];

    private static Gen<string> Raw =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 10], Gen.Bool).Select(choice => string.Join(choice.Item2 ? " " : string.Empty, choice.Item1));

    [Fact]
    public void Row041_No_raw_query_escapes_the_boundary()
    {
        int accepted = 0;
        Raw.SampleSeeded(
            raw =>
            {
                Kql query;
                try
                {
                    query = Kql.Raw(raw).RestrictTo(new Uri("https://c/sites/a"), new Uri("https://c/sites/b"));
                }
                catch (InvalidQueryException)
                {
                    return;
                }

                accepted++;
                IReadOnlyList<string> inner = KqlTree.Tokens(raw);
                Assert.Equal([.. Boundary, .. inner, ")"], KqlTree.Tokens(query.ToString()));
                Assert.NotEmpty(inner);
                AssertBalanced(inner);
            },
            cases: 60_000);
        Assert.InRange(accepted, 1_000, 50_000);
    }

    [Fact]
    public void Row041_A_raw_query_cut_off_anywhere_does_not_escape_the_boundary()
    {
        const string Whole = "(\"a b\" OR -c*) AND NOT title:\"d ) e\" size:1..5 (f NEAR(n=3) g) (WORDS(h, \"i\") XRANK(cb=1) path:\"https://x\")";
        for (int length = 0; length < Whole.Length; length++)
        {
            string cut = Whole[..length];
            try
            {
                AssertBalanced(KqlTree.Tokens(Kql.Raw(cut).ToString()));
                AssertBalanced(KqlTree.Tokens(cut));
            }
            catch (InvalidQueryException)
            {
                continue;
            }
        }

        Assert.Equal($"({Whole})", Kql.Raw(Whole).ToString());
    }

    private static void AssertBalanced(IEnumerable<string> tokens)
    {
        int depth = 0;
        foreach (string token in tokens)
        {
            depth += token == "(" ? 1 : token == ")" ? -1 : 0;
            Assert.True(depth >= 0, "A parenthesis closes that was never opened.");
        }

        Assert.Equal(0, depth);
    }
}
