using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Search for what is of a space, archived or not, without excerpts.</summary>
internal interface ISyncSearchWire
{
    /// <summary>What is archived counts too, so that a count and a list speak of the same.</summary>
    const string Context = """{"contentStatuses":["current","archived"]}""";

    /// <summary>What a hit has to say: when, in which version, and of attachments and comments on what.</summary>
    const string Expand = "content.version,content.container,content.space";

    /// <summary>The same with bodies, of which a page of hits has fewer.</summary>
    const string ExpandBodies = "content.body.storage";

    /// <summary>The most hits with bodies.</summary>
    const int MaxBodies = 50;

    [Get("/wiki/rest/api/search?excerpt=none&includeArchivedSpaces=true")]
    Task<Stream> SearchCloudAsync(string cql, string cqlcontext, int limit, string? cursor, string? expand, CancellationToken cancellationToken);

    [Get("/rest/api/search?excerpt=none&includeArchivedSpaces=true")]
    Task<Stream> SearchDataCenterAsync(string cql, string cqlcontext, int limit, string? start, string? expand, CancellationToken cancellationToken);
}
