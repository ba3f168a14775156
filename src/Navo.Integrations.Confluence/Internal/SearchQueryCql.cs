using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The shared query as CQL. Every filter is expressed or refused, never dropped.</summary>
internal static class SearchQueryCql
{
    /// <summary>CQL reads times to the minute in the zone of the site, which the API does not tell: the window is opened this far and hits are compared exactly.</summary>
    private static readonly TimeSpan ZoneOverlap = TimeSpan.FromHours(26);

    public static string Build(SearchQuery query, SpaceBoundary boundary)
    {
        RefuseForeign(query);
        Cql cql = Cql.SiteSearch.Contains(query.Text) & Cql.Type.In([.. TypesOf(query.Kinds)]);
        if (query.Labels.Count > 0)
        {
            cql &= Cql.Label.In(query.Labels);
        }

        if (query.Authors.Count > 0)
        {
            cql &= Cql.Creator.In(query.Authors);
        }

        if (query.ModifiedSince is { } since)
        {
            cql &= Cql.LastModified.OnOrAfter(Moved(since, -ZoneOverlap), TimeZoneInfo.Utc);
        }

        if (query.ModifiedBefore is { } before)
        {
            cql &= Cql.LastModified.Before(Moved(before, ZoneOverlap), TimeZoneInfo.Utc);
        }

        return Restricted(cql, boundary.Narrow([.. query.Containers]));
    }

    /// <summary>CQL of the caller's own, held within the boundary.</summary>
    public static string Bound(Cql cql, SpaceBoundary boundary) => Restricted(cql, boundary.Keys);

    /// <summary>Removes hits that only the overlap of the window let in.</summary>
    public static SearchPage WithinWindow(SearchPage page, SearchQuery query)
    {
        if (query.ModifiedSince is null && query.ModifiedBefore is null)
        {
            return page;
        }

        return page with
        {
            Hits = [.. page.Hits.Where(h => h.Modified is { } at && at >= (query.ModifiedSince ?? at) && at < (query.ModifiedBefore ?? DateTimeOffset.MaxValue))],
            Total = SearchTotal.Unknown,
        };
    }

    /// <summary>A time so much earlier or later, as far as there are times: the ends of the calendar ask for everything.</summary>
    private static DateTimeOffset Moved(DateTimeOffset time, TimeSpan by) =>
        new(Math.Clamp(time.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static void RefuseForeign(SearchQuery query)
    {
        if (query.Libraries.Count > 0 || query.FileTypes.Count > 0)
        {
            throw new InvalidQueryException("Confluence has no libraries and can't search by types of files; the filter was refused rather than dropped.")
            {
                Remedy = "Leave Libraries and FileTypes out for this integration, or ask for the kind Attachment.",
            };
        }
    }

    private static IEnumerable<CqlContentType> TypesOf(IReadOnlyList<ContentKind> kinds) => kinds.Count == 0
        ? [CqlContentType.Page, CqlContentType.BlogPost]
        : kinds.Select(TypeOf);

    private static CqlContentType TypeOf(ContentKind kind) => kind switch
    {
        ContentKind.Page => CqlContentType.Page,
        ContentKind.BlogPost => CqlContentType.BlogPost,
        ContentKind.Comment => CqlContentType.Comment,
        ContentKind.Attachment => CqlContentType.Attachment,
        ContentKind.Folder => CqlContentType.Folder,
        ContentKind.Whiteboard => CqlContentType.Whiteboard,
        ContentKind.Database => CqlContentType.Database,
        ContentKind.SmartLink => CqlContentType.Embed,
        _ => throw new InvalidQueryException($"Confluence has no content of the kind {kind}; the filter was refused rather than dropped."),
    };

    private static string Restricted(Cql cql, IReadOnlyCollection<string> spaces) => (spaces.Count == 0 ? cql : cql.RestrictTo(spaces)).ToString();
}
