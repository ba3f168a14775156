using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>About how many bytes an entry takes in memory.</summary>
internal static class EntrySize
{
    private const int Record = 400;
    private const int Part = 200;

    public static long Of(object value) => value switch
    {
        KnowledgeContent content => Record
            + (sizeof(char) * ((long)content.Markdown.Length + content.PlainText.Length))
            + (Part * ((long)content.Sections.Count + content.Cells.Count + content.Links.Count + content.Attachments.Count + content.Losses.Count))
            + Of(content.Metadata),
        SearchPage page => Record + page.Hits.Sum(static hit => Record + (sizeof(char) * ((long)hit.Title.Length + (hit.Excerpt?.Length ?? 0)))),
        ContentMetadata metadata => Record + (sizeof(char) * (long)metadata.Title.Length) + (Part * ((long)metadata.Labels.Count + metadata.Ancestors.Count)),
        ICacheableResult own => Record + Math.Clamp(own.ApproximateBytes, 0, long.MaxValue - Record),
        _ => Record + Part,
    };
}
