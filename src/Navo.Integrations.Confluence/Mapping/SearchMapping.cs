using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Search answers of both editions.</summary>
internal static class SearchMapping
{
    public static SearchPage ToPage(SearchHitsDto answer, IntegrationName source, string? baseAddress, string? next)
    {
        IReadOnlyList<SearchHitDto> results = Required.Member(answer.Results, "results");
        string? root = WebAddress.RootOf(answer.Links?.Base ?? baseAddress);
        List<SearchHit> hits = new(results.Count);
        HashSet<string> seen = new(results.Count, StringComparer.Ordinal);
        int duplicates = 0;
        int unsupported = 0;
        foreach (SearchHitDto result in results)
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
                hits.Add(ToHit(result, result.Content, source, root));
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

    private static SearchHit ToHit(SearchHitDto result, SearchContentDto content, IntegrationName source, string? root) => new()
    {
        Id = new(content.Id!),
        Source = source,
        Title = content.Title ?? string.Empty,
        Kind = VocabularyMapping.ToKind(content.Type),
        Container = content.Space?.Key is { } key ? new(key, content.Space.Name, content.Space.Id) : null,
        Excerpt = result.Excerpt.Text,
        Highlights = result.Excerpt.Words ?? [],
        WebAddress = WebAddress.Below(root, result.Url),
        Modified = result.LastModified ?? content.Version?.When,
        Version = content.Version?.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Score = result.Score,
    };
}
