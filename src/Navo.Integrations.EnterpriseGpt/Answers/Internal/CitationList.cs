using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Gives passages their numbers in the order in which the answer cites them, and keeps the words that support it.</summary>
internal sealed class CitationList(DateTimeOffset now, ILookup<ItemKey, SearchHit> alternatives)
{
    private readonly List<(Passage Passage, List<CitedQuote> Quotes)> _cited = [];

    public IReadOnlyCollection<Uri> Addresses => [.. _cited.Select(static c => c.Passage.Metadata.WebAddress).Where(IsWeb).Select(static a => a!)];

    public IReadOnlyList<Passage> Passages => [.. _cited.Select(static c => c.Passage)];

    /// <summary>The number of a passage that supports a sentence.</summary>
    public int Add(FoundSupport found, int sentence)
    {
        int index = _cited.FindIndex(c => ReferenceEquals(c.Passage, found.Passage));
        if (index < 0)
        {
            index = _cited.Count;
            _cited.Add((found.Passage, []));
        }

        int start = found.Passage.Start < 0 ? -1 : found.Passage.Start + found.Span.Start;
        CitedQuote quote = new(found.Span.Of(found.Passage.Text), start, found.Span.Length, sentence);
        if (!_cited[index].Quotes.Contains(quote))
        {
            _cited[index].Quotes.Add(quote);
        }

        return index + 1;
    }

    public IReadOnlyList<Citation> ToPublic() => [.. _cited.Select((c, i) => ToPublic(c.Passage, c.Quotes, i + 1))];

    private Citation ToPublic(Passage passage, List<CitedQuote> quotes, int number)
    {
        ContentMetadata item = passage.Metadata;
        return new()
        {
            Number = number,
            Source = item.Source,
            Id = item.Id,
            Title = item.Title,
            HeadingPath = passage.HeadingPath,
            Location = passage.Rows?.Of([.. quotes.Select(static quote => new TextSpan(quote.Start, quote.Length))]) ?? PlaceFinder.Of(passage),
            Version = passage.Version,
            Address = AddressOf(item.WebAddress, passage.Anchor),
            Alternatives = [.. alternatives[passage.Item].Select(static other => new CitedAlternative(other.Source, other.Id, other.Title, IsWeb(other.WebAddress) ? other.WebAddress : null))],
            Modified = item.Modified,
            Age = item.Modified is { } modified ? now - modified : null,
            Quotes = quotes,
        };
    }

    private static Uri? AddressOf(Uri? address, string? anchor) =>
        address is null || !IsWeb(address) ? null
            : string.IsNullOrEmpty(anchor) || address.Fragment.Length > 0 ? address
            : new UriBuilder(address) { Fragment = anchor }.Uri;

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "https" or "http" };
}
