namespace Navo.Integrations.Testing.Confluence;

/// <summary>Observed misbehaviours of real servers in paging and searching, each switched on by itself. May be changed while the simulator runs.</summary>
public sealed class ConfluenceQuirks
{
    /// <summary>The last page carries a next link that leads to empty pages, each with a next link again.</summary>
    public bool EmptyPagesWithNextLink { get; set; }

    /// <summary>Each further page begins with the last item of the page before.</summary>
    public bool RepeatsItemsAcrossPages { get; set; }

    /// <summary>The next link of a page leads to the same page.</summary>
    public bool NextLinkPointsToItself { get; set; }

    /// <summary>How long the search index lags behind: it finds contents as they were so long ago.</summary>
    public TimeSpan IndexLag { get; set; }

    /// <summary>Ids of contents that the lists of a space leave out, as lists do that are paged by numbers while they shift.</summary>
    public IReadOnlyCollection<long> MissingFromLists { get; set; } = [];
}
