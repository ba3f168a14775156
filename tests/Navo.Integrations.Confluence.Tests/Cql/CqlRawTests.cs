using CsCheck;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Tests.Queries;

public sealed class CqlRawTests
{
    [Theory]
    [InlineData("type = page", "(type = page) and space in (\"ENG\")")]
    [InlineData(" text ~ 'or ) (' order by lastmodified desc, title ", "(text ~ 'or ) (') and space in (\"ENG\") order by lastmodified desc, title")]
    [InlineData("creator = currentUser() OR space = ~ann ORDER BY created", "(creator = currentUser() OR space = ~ann) and space in (\"ENG\") order by created")]
    [InlineData("title ~ \"say \\\"order by\\\"\"", "(title ~ \"say \\\"order by\\\"\") and space in (\"ENG\")")]
    [InlineData("lastmodified >= now('-4w') and label not in (a,b)", "(lastmodified >= now('-4w') and label not in (a,b)) and space in (\"ENG\")")]
    public void Row027_A_raw_query_stays_within_the_boundary(string raw, string expected) =>
        Assert.Equal(expected, Cql.Raw(raw).RestrictTo("ENG").ToString());

    [Theory]
    [InlineData("type = page) or (type = page", 11)]
    [InlineData("(type = page", 0)]
    [InlineData("title = \"open", 8)]
    [InlineData("title = 'a\\'", 8)]
    [InlineData("(a = b order by c) or (d = e", 7)]
    [InlineData("a = b order by", 14)]
    [InlineData("a = b order created", 12)]
    [InlineData("a = b order by c or d = e", 17)]
    [InlineData("a = b order by c, ", 18)]
    [InlineData("a = b order by c) or (d = e", 16)]
    [InlineData("a = b order by and", 15)]
    [InlineData("order by c", 0)]
    [InlineData("", 0)]
    [InlineData("a = b \\", 6)]
    [InlineData("a = b; c", 5)]
    [InlineData("a = \"b\0\"", 6)]
    public void Row027_A_malformed_raw_query_is_refused_with_its_position(string raw, int position)
    {
        InvalidQueryException refused = Assert.Throws<InvalidQueryException>(() => Cql.Raw(raw));
        Assert.Contains($"position {position}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("type", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T07_A_huge_raw_query_is_refused() => Assert.Throws<InvalidQueryException>(() => Cql.Raw(new string('(', 100_000)));

    [Fact]
    public void Row027_No_raw_query_escapes_the_boundary()
    {
        string[] vocabulary = ["a = b", "(", ")", "and", "or", "not", "order by x", "order", "by", "\"", "'", "\\", ",", "space in (HR)", "~", "\"q\"", "\n", "asc"];
        Gen<string> words = Gen.Int[0, vocabulary.Length - 1].Select(i => vocabulary[i]);
        int accepted = 0;
        words.Array[0, 12].Select(parts => string.Join(' ', parts)).SampleSeeded(
            raw =>
            {
                Cql query;
                try
                {
                    query = Cql.Raw(raw);
                }
                catch (InvalidQueryException)
                {
                    return;
                }

                Interlocked.Increment(ref accepted);
                IReadOnlyList<string> conjuncts = CqlSkeleton.TopLevelConjuncts(query.RestrictTo("ENG").ToString());
                Assert.Equal(2, conjuncts.Count);
                Assert.StartsWith("(", conjuncts[0], StringComparison.Ordinal);
                Assert.StartsWith("space in ( \"\" )", conjuncts[1], StringComparison.Ordinal);
                Assert.DoesNotContain(" or ", conjuncts[1], StringComparison.OrdinalIgnoreCase);
            },
            cases: 20_000);
        Assert.True(accepted > 100, "The generator must reach the accepted side.");
    }
}
