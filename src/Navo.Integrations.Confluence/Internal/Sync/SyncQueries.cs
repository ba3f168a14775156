using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The searches of a sync.</summary>
internal static class SyncQueries
{
    /// <summary>A date is read in the site's time zone, which is at most 12 hours behind UTC; an hour more is for the change of summer time. What is older than asked for is dropped by its own time.</summary>
    private static readonly TimeSpan Zones = TimeSpan.FromHours(13);

    /// <summary>What is counted: the same as is listed.</summary>
    public static string Items(ContainerRef space) => Cql.Space.Is(space.Key).And(Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost)).ToString();

    /// <summary>What was changed since a time, the newest first: an edit meanwhile pushes what is unread further down, where a page of the list finds it.</summary>
    public static string Changes(ContainerRef space, DateTimeOffset since)
    {
        Cql all = Cql.Space.Is(space.Key).And(Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost, CqlContentType.Attachment, CqlContentType.Comment));
        return Late(all, since).OrderBy(CqlSortField.LastModified, CqlSortDirection.Descending).ToString();
    }

    /// <summary>Pages that show parts of others.</summary>
    public static string Hosts(ContainerRef space) =>
        Cql.Space.Is(space.Key).And(Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost)).And(Cql.Macro.In("include", "excerpt-include")).ToString();

    /// <summary>Those of some pages that were edited since a time.</summary>
    public static string Included(IReadOnlyList<IncludedPage> pages, DateTimeOffset since)
    {
        Cql some = pages.Select(static page => Cql.Space.Is(page.Space).And(Cql.Title.Is(page.Title))).Aggregate(static (one, other) => one.Or(other));
        return Late(Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost).And(some), since).ToString();
    }

    private static Cql Late(Cql query, DateTimeOffset since) => since - DateTimeOffset.UnixEpoch > Zones ? query.And(Cql.LastModified.OnOrAfter(since - Zones, TimeZoneInfo.Utc)) : query;
}
