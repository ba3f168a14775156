using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Text;

/// <summary>An extracted text as the content of an item. What was not read is a loss that says why.</summary>
internal static class ExtractedContent
{
    private const string NoVersion = "0"; // what stands where the source told none

    private static readonly string[] Unread = ["file:", "part:", "page:"];

    public static KnowledgeContent ToContent(ContentMetadata metadata, ExtractionOutcome outcome, IEnumerable<ContentLoss> losses) => new()
    {
        Metadata = metadata,
        Markdown = outcome.Markdown,
        PlainText = outcome.PlainText,
        Sections = Sections(outcome),
        Cells = [.. outcome.Blocks.Where(static block => block.Location.CellRange is not null)
            .Select(static block => new ContentCells(block.Start, block.Length, block.Location.Sheet, block.Location.CellRange!))],
        Links = outcome.Links,
        Losses = [.. outcome.IsComplete ? [] : (ContentLoss[])[new($"file:{outcome.Status.ToString().ToLowerInvariant()}", outcome.Detail)], .. outcome.Losses, .. losses],
        SourceVersion = metadata.Version,
    };

    /// <summary>
    /// A text that was read before, under what the source says of the item now; null where the file has another version or was saved since (a library without versions keeps the number), or
    /// where something was not read that may be the next time.
    /// </summary>
    public static KnowledgeContent? Renew(KnowledgeContent kept, ContentMetadata metadata) =>
        kept.SourceVersion is not (null or NoVersion)
        && kept.SourceVersion == metadata.Version
        && kept.Metadata.Modified == metadata.Modified
        && !kept.Losses.Any(static loss => Unread.Any(kind => loss.Element.StartsWith(kind, StringComparison.Ordinal)))
            ? kept with { Metadata = metadata }
            : null;

    /// <summary>From each heading to the next; what stands before the first is a section without one.</summary>
    private static List<ContentSection> Sections(ExtractionOutcome outcome)
    {
        List<ContentSection> sections = [];
        ExtractedBlock[] headings = [.. outcome.Blocks.Where(block => block.Kind == ExtractedBlockKind.Heading)];
        int first = headings.Length > 0 ? headings[0].Start : outcome.Markdown.Length;
        if (first > 0)
        {
            sections.Add(new() { HeadingPath = [], Level = 0, Start = 0, Length = first });
        }

        for (int i = 0; i < headings.Length; i++)
        {
            int end = i + 1 < headings.Length ? headings[i + 1].Start : outcome.Markdown.Length;
            sections.Add(new() { HeadingPath = Path(headings[i], outcome.Markdown), Level = Level(headings[i], outcome.Markdown), Start = headings[i].Start, Length = end - headings[i].Start });
        }

        return sections;
    }

    private static IReadOnlyList<string> Path(ExtractedBlock heading, string markdown)
    {
        string own = markdown.Substring(heading.Start, heading.Length).Trim().TrimStart('#').Trim();
        IReadOnlyList<string> path = heading.Location.HeadingPath;
        return path.Count > 0 && path[^1] == own ? path : [.. path, own];
    }

    private static int Level(ExtractedBlock heading, string markdown)
    {
        int level = markdown.AsSpan(heading.Start).IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 ? level : 1;
    }
}
