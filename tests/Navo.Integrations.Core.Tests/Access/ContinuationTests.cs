using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class ContinuationTests
{
    private const string Refusal = "The continuation belongs to another search or another reader.";

    public static TheoryData<string?[], string?[]> ArgumentsThatLookAlike => new()
    {
        { ["ab", "c"], ["a", "bc"] },
        { ["ab"], ["ab", null] },
        { [null], [""] },
        { ["a", null], [null, "a"] },
        { [null, "\0"], ["\u0001", ""] },
        { ["words", "next"], ["words"] },
    };

    [Theory]
    [InlineData("p")]
    [InlineData("cursor=eyJ.x.y")]
    [InlineData("..")]
    public void A_position_comes_back_as_the_source_gave_it(string position)
    {
        string? given = Continuation.Seal(position, Samples.Ann, ["words", null]);

        Assert.NotEqual(position, given);
        Assert.Equal(position, Continuation.Open(given, Samples.Ann, ["words", null]));
    }

    [Fact]
    public void The_last_page_has_no_continuation_and_none_means_the_first_page()
    {
        Assert.Null(Continuation.Seal(null, Samples.Ann, ["words"]));
        Assert.Null(Continuation.Open(null, Samples.Ann, ["words"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789abcdef.")]
    [InlineData("0123456789abcdef.next")]
    [InlineData("0123456789abcdef-next")]
    public void What_was_never_given_out_is_refused_with_a_way_out(string invented)
    {
        InvalidQueryException refusal = Assert.Throws<InvalidQueryException>(() => Continuation.Open(invented, Samples.Ann, ["words"]));

        Assert.Equal(Refusal, refusal.Message);
        Assert.Contains("the page before", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_without_a_position_is_refused()
    {
        string empty = Continuation.Seal(string.Empty, Samples.Ann, ["words"])!;

        Assert.Throws<InvalidQueryException>(() => Continuation.Open(empty, Samples.Ann, ["words"]));
    }

    [Fact]
    public void The_seal_of_one_position_does_not_open_another()
    {
        string given = Continuation.Seal("page 2", Samples.Ann, ["words"])!;

        Assert.Throws<InvalidQueryException>(() => Continuation.Open(given.Replace("page 2", "page 9", StringComparison.Ordinal), Samples.Ann, ["words"]));
        Assert.Throws<InvalidQueryException>(() => Continuation.Open(given.Replace(".page", ":page", StringComparison.Ordinal), Samples.Ann, ["words"]));
    }

    [Fact]
    public void What_was_given_to_one_reader_is_refused_to_another()
    {
        string given = Continuation.Seal("page 2", Samples.Ann, ["words"])!;

        Assert.Throws<InvalidQueryException>(() => Continuation.Open(given, Samples.Bob, ["words"]));
        Assert.Throws<InvalidQueryException>(() => Continuation.Open(given, AccessContext.Service, ["words"]));
    }

    [Theory]
    [MemberData(nameof(ArgumentsThatLookAlike))]
    public void Searches_that_look_alike_do_not_open_each_others_pages(string?[] one, string?[] other)
    {
        Assert.Throws<InvalidQueryException>(() => Continuation.Open(Continuation.Seal("page 2", Samples.Ann, one), Samples.Ann, other));
        Assert.Throws<InvalidQueryException>(() => Continuation.Open(Continuation.Seal("page 2", Samples.Ann, other), Samples.Ann, one));
    }
}
