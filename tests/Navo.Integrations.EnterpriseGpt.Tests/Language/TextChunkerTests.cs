using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

public sealed class TextChunkerTests
{
    private static readonly TextChunker Chunker = new(TokenCounter.Shared);

    [Fact]
    public void Row088_Splitting_loses_no_character_and_keeps_to_the_budget() =>
        Gen.Select(TokenCounterTests.Texts, Gen.Int[16, 60], Gen.Int[-5, 400].Array[0, 5]).SampleSeeded((text, budget, starts) =>
        {
            ContentSection[] known = [.. starts.Select(s => new ContentSection { HeadingPath = [$"H{s}"], Level = 1, Start = s, Length = 3 })];
            IReadOnlyList<TextSection> sections = SectionFinder.Find(text, known);
            IReadOnlyList<TextChunk> chunks = Chunker.Split(text, sections, budget);
            string joined = string.Concat(chunks.SelectMany(c => c.Pieces).Select(p => text.Substring(p.Start, p.Length)));
            bool fits = chunks.All(c => c.Pieces.Sum(p => p.Tokens) <= budget || c.Pieces.Count == 1);
            bool isWhole = chunks.All(c => c.End == text.Length || !char.IsLowSurrogate(text[c.End]) || !char.IsHighSurrogate(text[c.End - 1]));
            return joined == text && string.Concat(sections.Select(s => text.Substring(s.Start, s.Length))) == text && fits && isWhole;
        });

    [Fact]
    public void Headings_in_Markdown_make_sections_and_those_in_code_do_not()
    {
        const string Text = "Intro\n# A\ntext\n```\n# no heading\n```\n## B ##\n#hashtag\n# C\n";

        IReadOnlyList<TextSection> sections = SectionFinder.Find(Text, []);

        Assert.Equal(["", "A", "A > B", "C"], sections.Select(s => string.Join(" > ", s.HeadingPath)));
        Assert.Equal("# C\n", Text[sections[3].Start..]);
    }

    [Fact]
    public void A_chunk_ends_at_a_heading_where_it_can()
    {
        string section = "Some words stand here to fill the section up. ";
        string text = $"# One\n{section}{section}\n# Two\n{section}{section}\n# Three\n{section}";

        IReadOnlyList<TextChunk> chunks = Chunker.Split(text, SectionFinder.Find(text, []), 50);

        Assert.All(chunks, c => Assert.StartsWith("# ", text[c.Start..], StringComparison.Ordinal));
        Assert.Equal(2, chunks.Count);
    }
}
