using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The work on one edition: which endpoint, which page next, what to combine. It reads as the service and trims nothing.</summary>
internal partial interface IConfluenceDesk
{
    Task<SearchPage> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken);

    /// <summary>The space that holds an item.</summary>
    Task<ContainerRef> LocateAsync(ContentId id, CancellationToken cancellationToken);

    Task<ContentMetadata> GetMetadataAsync(ContentId id, CancellationToken cancellationToken);

    Task<ConfluenceItem> GetItemAsync(ContentId id, bool includeAttachments, CancellationToken cancellationToken);

    /// <summary>Decides for a user, never for the service.</summary>
    Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken);

    /// <summary>The view policy of an item; it throws when a part of it can't be read.</summary>
    Task<AccessPolicy> GetPolicyAsync(ContentId id, CancellationToken cancellationToken);

    /// <summary>A user, by an id of this edition, with all groups of the user.</summary>
    Task<IReadOnlySet<AccessPrincipal>> GetPrincipalsAsync(PrincipalId user, CancellationToken cancellationToken);

    IAsyncEnumerable<ConfluenceSpace> GetSpacesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    IAsyncEnumerable<ContentAncestor> GetChildrenAsync(ContentId id, CancellationToken cancellationToken);

    /// <summary>Feature by feature; it throws when the source as a whole does not answer.</summary>
    Task<IReadOnlyList<FeatureHealth>> ProbeAsync(IReadOnlyCollection<string> spaces, CancellationToken cancellationToken);
}
