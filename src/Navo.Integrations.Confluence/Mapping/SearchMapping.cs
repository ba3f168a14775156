using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Search answers of both editions.</summary>
internal static class SearchMapping
{
    public static SearchPage ToPage(SearchResultsDto answer, IntegrationName source, string? baseAddress, string? next)
    {
        IReadOnlyList<SearchResultDto> results = Required.Member(answer.Results, "results");
        List<SearchHit> hits = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int duplicates = 0;
        int unsupported = 0;
        foreach (SearchResultDto result in results)
        {
            if (result.Content is null)
            {
                unsupported++;
            }
            else if (!seen.Add(Required.Member(result.Content.Id, "results[].content.id")))
            {
                duplicates++;
            }
            else
            {
                hits.Add(ToHit(result, result.Content, source, answer.Links?.Base ?? baseAddress));
            }
        }

        return new()
        {
            Hits = hits,
            Total = answer.TotalSize is { } total ? SearchTotal.Estimated(total) : SearchTotal.Unknown,
            Omitted = [.. Count(OmissionReason.Duplicate, duplicates), .. Count(OmissionReason.UnsupportedKind, unsupported)],
            Continuation = results.Count == 0 ? null : next,
        };
    }

    private static IEnumerable<Omission> Count(OmissionReason reason, int count) => count > 0 ? [new(reason, count)] : [];

    private static SearchHit ToHit(SearchResultDto result, ContentDto content, IntegrationName source, string? baseAddress) => new()
    {
        Id = new(content.Id!),
        Source = source,
        Title = content.Title ?? HighlightMapping.ToPlainText(result.Title),
        Kind = VocabularyMapping.ToKind(content.Type),
        Container = content.Space?.Key is { } key ? new(key, content.Space.Name, content.Space.Id) : null,
        Excerpt = result.Excerpt is null ? null : HighlightMapping.ToPlainText(result.Excerpt),
        Highlights = HighlightMapping.ToHighlights(result.Excerpt),
        WebAddress = WebAddress.Of(baseAddress, result.Url),
        Modified = result.LastModified ?? content.Version?.When,
        Version = content.Version?.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Score = result.Score,
    };
}
