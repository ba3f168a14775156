using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>An item as a source tells it: present, gone, or present and not to be had.</summary>
public abstract record SyncItem
{
    private SyncItem(ContentId id) => Id = id;

    /// <summary>The item's id.</summary>
    public ContentId Id { get; }

    /// <summary>An item that is there.</summary>
    /// <param name="Metadata">What is known of it; its version, title, kind, status and labels tell a change, its container, address and ancestors a move.</param>
    /// <param name="Access">A text that changes when others may see it; null where this answer does not say.</param>
    public sealed record Present(ContentMetadata Metadata, string? Access = null) : SyncItem(Metadata.Id)
    {
        /// <summary>Whether something that belongs to it and does not show in its metadata, such as an attachment, has changed: it is told even if all else is as it was. For changes only.</summary>
        public bool IsTouched { get; init; }
    }

    /// <summary>An item that is not there any more.</summary>
    /// <param name="Item">Its id.</param>
    /// <param name="Cause">How it is known.</param>
    public sealed record Gone(ContentId Item, DeletionCause Cause) : SyncItem(Item);

    /// <summary>An item that is there and can't be delivered.</summary>
    /// <param name="Item">Its id.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Skipped(ContentId Item, SkipReason Reason) : SyncItem(Item)
    {
        /// <summary>Its title, if it is known.</summary>
        public string? Title { get; init; }

        /// <summary>Its address for people, if it is known.</summary>
        public Uri? WebAddress { get; init; }

        /// <summary>Its size in bytes, if it is known.</summary>
        public long? Size { get; init; }

        /// <summary>The type of the error.</summary>
        public string? ErrorType { get; init; }
    }

    /// <summary>A group with all its members, sorted.</summary>
    internal sealed record Group(PrincipalId Principal, string? Name, IReadOnlyList<PrincipalId> Members) : SyncItem(IdentityPartition.IdOf(Principal));
}
