using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>Finds items that hold every word of a query in title or text, the most mentions first.</summary>
internal static class InMemorySearch
{
    private const int ExcerptLength = 160;

    /// <summary>All matches in their order, whoever may see them.</summary>
    public static IEnumerable<(InMemoryItem Item, int Score)> Find(IEnumerable<InMemoryItem> items, SearchQuery query)
    {
        string[] words = Words(query.Text);
        return items
            .Where(item => IsWithin(item.Metadata, query))
            .Select(item => (Item: item, Score: Score(item.Content, words)))
            .Where(match => match.Score > 0)
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Item.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Whether a match comes after the place where the page before ended.</summary>
    public static bool IsAfter((InMemoryItem Item, int Score) match, InMemoryContinuation place) =>
        match.Score < place.Score || (match.Score == place.Score && string.CompareOrdinal(match.Item.Id.Value, place.Id) > 0);

    public static SearchHit ToHit((InMemoryItem Item, int Score) match)
    {
        ContentMetadata metadata = match.Item.Metadata;
        string text = match.Item.Content.PlainText;
        return new()
        {
            Id = metadata.Id,
            Source = metadata.Source,
            Title = metadata.Title,
            Kind = metadata.Kind,
            Container = metadata.Container,
            Excerpt = text.Length <= ExcerptLength ? text : $"{text.AsSpan(0, ExcerptLength)}…",
            WebAddress = metadata.WebAddress,
            Modified = metadata.Modified,
            Version = metadata.Version,
            Score = match.Score,
        };
    }

    private static bool IsWithin(ContentMetadata item, SearchQuery query) =>
        IsPlaced(item, query)
        && IsAny(query.FileTypes, type => Extension(item).Equals(type.TrimStart('.'), StringComparison.OrdinalIgnoreCase))
        && IsAny(query.Kinds, kind => kind == item.Kind)
        && IsAny(query.Labels, label => item.Labels.Contains(label, StringComparer.OrdinalIgnoreCase))
        && IsAny(query.Authors, author => item.Author?.Id == author)
        && (query.ModifiedSince is not { } since || item.Modified >= since)
        && (query.ModifiedBefore is not { } before || item.Modified < before);

    private static bool IsPlaced(ContentMetadata item, SearchQuery query) => (query.Containers.Count == 0 && query.Libraries.Count == 0)
        || query.Containers.Any(key => key.Equals(item.Container.Key, StringComparison.OrdinalIgnoreCase))
        || query.Libraries.Any(library => item.WebAddress?.AbsoluteUri.StartsWith($"{library.TrimEnd('/')}/", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The extension of a file's name; a page has none.</summary>
    private static string Extension(ContentMetadata item) =>
        item.Kind is ContentKind.Document or ContentKind.Attachment ? Path.GetExtension(item.Title).TrimStart('.') : string.Empty;

    private static bool IsAny<T>(IReadOnlyList<T> wanted, Func<T, bool> matches) => wanted.Count == 0 || wanted.Any(matches);

    private static int Score(KnowledgeContent content, string[] words)
    {
        string[] text = [.. Words(content.Metadata.Title), .. Words(content.PlainText)];
        int[] mentions = [.. words.Select(word => text.Count(w => w.Equals(word, StringComparison.OrdinalIgnoreCase)))];
        return mentions.Length == 0 || mentions.Contains(0) ? 0 : mentions.Sum();
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
