using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Cuts an item into passages that keep to one heading each, or makes what its label allows in their place.</summary>
internal sealed class PassageCutter(TokenCounter tokens)
{
    /// <param name="item">The item, with the level of its labels.</param>
    /// <param name="options">The options.</param>
    public IEnumerable<Passage> Cut(ReadItem item, KnowledgeAssistantOptions options) => item.Level switch
    {
        SensitivityLevel.Full => Sections(item.Content, item.Rank, options.PassageTokens),
        SensitivityLevel.SummaryOnly => [Made(item.Content, item.Rank, item.Level, Summary(item.Content, options.SummaryTokens))],
        SensitivityLevel.MetadataOnly => [Made(item.Content, item.Rank, item.Level, Description(item.Content.Metadata))],
        _ => [],
    };

    private IEnumerable<Passage> Sections(KnowledgeContent content, int rank, int budget)
    {
        TextChunker chunker = new(tokens);
        SheetRows? rows = content.Cells.Count > 0 ? new(content) : null;
        Dictionary<int, string?> anchors = content.Sections.DistinctBy(static known => known.Start).ToDictionary(static known => known.Start, static known => known.Anchor);
        foreach (TextSection section in SectionFinder.Find(content.Markdown, content.Sections))
        {
            string? anchor = anchors.GetValueOrDefault(section.Start);
            foreach (TextChunk chunk in chunker.Split(content.Markdown, [section], budget))
            {
                string text = content.Markdown[chunk.Start..chunk.End];
                if (!string.IsNullOrWhiteSpace(text))
                {
                    yield return Made(content, rank, SensitivityLevel.Full, text) with { Start = chunk.Start, HeadingPath = section.HeadingPath, Anchor = anchor, Rows = rows };
                }
            }
        }
    }

    private static Passage Made(KnowledgeContent content, int rank, SensitivityLevel level, string text) =>
        new() { Metadata = content.Metadata, Version = content.SourceVersion, Rank = rank, Level = level, Text = text };

    private string Summary(KnowledgeContent content, int budget)
    {
        StringBuilder summary = new(content.Metadata.Title);
        foreach (TextSection section in SectionFinder.Find(content.Markdown, content.Sections))
        {
            string text = content.Markdown.Substring(section.Start, section.Length);
            IReadOnlyList<TextSpan> sentences = TextSentences.Of(text);
            int skip = section.HeadingPath.Count > 0 && sentences.Count > 0 && sentences[0].Of(text).TrimStart('#', ' ') == section.HeadingPath[^1] ? 1 : 0;
            summary.Append('\n').AppendJoin(" › ", section.HeadingPath).Append('\n').Append(sentences.Count > skip ? sentences[skip].Of(text) : string.Empty);
        }

        return tokens.Trim(summary.ToString(), budget);
    }

    private static string Description(ContentMetadata item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Title}\nKind: {item.Kind}\nPlace: {item.Container.Name}\nModified: {item.Modified:yyyy-MM-dd}");
}
