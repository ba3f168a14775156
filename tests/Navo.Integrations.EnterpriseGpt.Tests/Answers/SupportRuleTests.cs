using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>A passage is taken apart once, sentence by sentence; the rule stays what it says: the words of one sentence, or of two neighbours as they stand.</summary>
public sealed class SupportRuleTests
{
    private static readonly string[] Words = ["employees", "leave", "25", "1.5", "days", "not", "never", "Friday", "港口", "の休暇", "ships", "20,000", "no", "trains", "etc", "the"];
    private static readonly string[] Joints = [" ", " ", " ", ". ", ".\n", "\n\n- ", "。", "! ", "? ", " | ", "\n| --- |\n", "\n## ", ", "];
    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Joints.Length - 1]).Array[1, 24]
        .Select(parts => string.Concat(parts.Select(part => Words[part.Item1] + Joints[part.Item2])));

    [Fact]
    public void Row086_the_words_of_two_neighbours_are_those_of_the_text_from_one_to_the_other() =>
        Text.SampleSeeded(text =>
        {
            Passage passage = PassageOf(text);
            for (int i = 0; i + 1 < passage.Sentences.Count; i++)
            {
                Claim window = Claim.Of(text[passage.Sentences[i].Start..passage.Sentences[i + 1].End]);
                (Claim one, Claim other) = (passage.Claims[i], passage.Claims[i + 1]);
                Assert.Equal(window.Words.Order(StringComparer.Ordinal), one.Words.Union(other.Words).Order(StringComparer.Ordinal));
                Assert.Equal(window.IsNegated, one.IsNegated || other.IsNegated);
            }
        });

    [Fact]
    public void Row086_what_is_found_is_what_the_rule_says() =>
        Gen.Select(Text, Text).SampleSeeded(texts =>
        {
            Passage passage = PassageOf(texts.Item1);
            Claim claim = Claim.Of(texts.Item2);

            Assert.Equal(Expected(claim, passage), SupportFinder.Find(claim, passage));
        });

    private static TextSpan? Expected(Claim claim, Passage passage)
    {
        foreach (int width in (int[])[1, 2])
        {
            TextSpan[] windows = [.. Enumerable.Range(0, Math.Max(0, passage.Sentences.Count - width + 1)).Select(i => new TextSpan(passage.Sentences[i].Start, passage.Sentences[i + width - 1].End - passage.Sentences[i].Start))];
            TextSpan[] good = [.. windows.Where(window => Holds(claim, Claim.Of(window.Of(passage.Text)), passage))];
            if (good.Length > 0)
            {
                return good.MaxBy(window => claim.Words.Count(Claim.Of(window.Of(passage.Text)).Words.Contains));
            }
        }

        return null;
    }

    private static bool Holds(Claim claim, Claim window, Passage passage)
    {
        int shared = claim.Words.Count(window.Words.Contains);
        int around = claim.Words.Count(w => window.Words.Contains(w) || passage.Surroundings.Contains(w));
        return shared > 0 && shared >= Math.Min(2, claim.Words.Count) && around * 5 >= claim.Words.Count * 3
            && claim.Numbers.All(n => window.Words.Contains(n) || passage.Surroundings.Contains(n)) && claim.IsNegated == window.IsNegated;
    }

    private static Passage PassageOf(string text) => new()
    {
        Metadata = new() { Id = new("1"), Source = new("memory"), Title = "Leave", Kind = ContentKind.Page, Status = ContentStatus.Current, Container = new("x"), Version = "1" },
        Version = "1",
        Text = text,
    };
}
