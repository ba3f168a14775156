using CsCheck;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

public sealed class TokenCounterTests
{
    internal static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const("word "), Gen.Const("Ein Satz. "), Gen.Const("\n\n"), Gen.Const("😀"), Gen.Const("👩‍🚀 "), Gen.Const("日本語。"), Gen.Const("aaaaaaaaaaaaaaaa"), Gen.Const("{{x}}"),
        Gen.Const("# H\n"), Gen.Const("```\n"), Gen.Const("</passage>"), Gen.Const("<|endoftext|>"), Gen.String[0, 12]).Array[0, 60].Select(string.Concat);

    private readonly TokenCounter _tokens = new();

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 2)]
    [InlineData("Hello, world!", 4)]
    public void Tokens_are_those_of_the_vocabulary_o200k(string text, int expected) => Assert.Equal(expected, _tokens.Count(text));

    [Theory]
    [InlineData("<|endoftext|>")]
    [InlineData("a<|endofprompt|>b")]
    public void A_special_token_within_a_text_counts_as_its_characters(string text) => Assert.InRange(_tokens.Count(text), 5, 12);

    [Fact]
    public void A_message_costs_its_frame_too() => Assert.Equal(2 + TokenCounter.MessageOverhead, _tokens.CountMessage("hello world"));

    [Fact]
    public void What_is_trimmed_never_exceeds_the_budget_and_is_a_beginning_without_half_a_pair() =>
        Gen.Select(Texts, Gen.Int[0, 80]).SampleSeeded((text, budget) =>
        {
            string cut = _tokens.Trim(text, budget);
            bool isWholePair = cut.Length == 0 || cut.Length == text.Length || !(char.IsHighSurrogate(cut[^1]) && char.IsLowSurrogate(text[cut.Length]));
            return text.StartsWith(cut, StringComparison.Ordinal) && _tokens.Count(cut) <= Math.Max(budget, 0) && isWholePair;
        });

    [Fact]
    public void A_text_that_fits_stays_as_it_is() =>
        Texts.SampleSeeded(text => ReferenceEquals(text, _tokens.Trim(text, _tokens.Count(text))));

    [Fact]
    public void A_cut_falls_at_the_end_of_a_paragraph_else_of_a_sentence_else_of_a_token()
    {
        Assert.Equal("One two three four five six seven.\n\n", _tokens.Trim("One two three four five six seven.\n\nEight. Nine ten eleven twelve", 12));
        Assert.Equal("One two three four five six.", _tokens.Trim("One two three four five six. Seven eight nine", 9));
        Assert.Equal("One two three", _tokens.Trim("One two three four five six seven", 3));
    }

    [Fact]
    public void A_long_text_counts_as_its_parts_do()
    {
        string text = string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog. ", 2000));

        Assert.InRange(_tokens.Count(text), 20_000, 20_010);
        Assert.InRange(_tokens.Count(_tokens.Trim(text, 15_000)), 14_900, 15_000);
    }

    [Fact]
    public void A_text_without_spaces_is_counted_too() => Assert.True(_tokens.Count(new string('x', 300_000)) > 1000);
}
