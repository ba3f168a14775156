using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// What one edition tells a sync. An item has the same metadata whichever way it is asked for, so that an unchanged one is seen to be: labels and names of people are left out where lists lack them.
/// </summary>
internal interface ISyncDesk
{
    /// <summary>The lists that together hold a space, one after the other.</summary>
    IReadOnlyList<SyncList> Lists { get; }

    /// <summary>The lists of its bin.</summary>
    IReadOnlyList<SyncList> Bins { get; }

    /// <summary>Whether the first page of a bin holds what was changed last; otherwise a bin is read page by page, one each time.</summary>
    bool SortsBins { get; }

    /// <summary>The parameter of a link that says where a search goes on.</summary>
    string PositionParameter { get; }

    /// <summary>The most items on a page of a list.</summary>
    int PageSize { get; }

    /// <summary>How many changes are read with one request, about.</summary>
    int ChangesPerRequest { get; }

    Task<SyncListing> ListAsync(ContainerRef space, SyncList list, string? cursor, CancellationToken cancellationToken);

    /// <summary>The pages below a page.</summary>
    Task<SyncListing> ListDescendantsAsync(ContainerRef space, ContentId top, string? cursor, CancellationToken cancellationToken);

    /// <summary>Items of a space by their ids: those that are there, and those in the bin. One that is missing here is not proven to be gone.</summary>
    Task<IReadOnlyList<SyncItem>> ReadAsync(ContainerRef space, IReadOnlyList<ContentId> ids, CancellationToken cancellationToken);

    /// <summary>One item, in whatever space it is.</summary>
    Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken);

    Task<ListDto<SyncHitDto>> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken);

    /// <summary>A search whose hits bring their bodies along.</summary>
    Task<ListDto<SyncHitDto>> SearchBodiesAsync(string cql, string? position, CancellationToken cancellationToken);

    /// <summary>The page or blog post on which an attachment or comment hangs, where the hit does not name it; null where it can't be told.</summary>
    Task<ContentId?> FindContainerAsync(ContentDto part, CancellationToken cancellationToken);

    Task<RestrictionDto> GetReadRestrictionAsync(string id, int start, CancellationToken cancellationToken);
}
