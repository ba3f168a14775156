using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>Reads that an integration makes for itself, as the service: cached, not audited.</summary>
/// <param name="pipeline">The integration's pipeline.</param>
public sealed class InnerReads(IIntegrationPipeline pipeline)
{
    private static readonly IntegrationOperation Metadata = Inner("lookup", CacheRegion.Metadata);
    private static readonly IntegrationOperation Permission = Inner("lookup_access", CacheRegion.Permission);

    /// <summary>Something that changes seldom, such as the key of a space.</summary>
    /// <typeparam name="T">What is read; immutable.</typeparam>
    /// <param name="what">The kind of thing, a constant.</param>
    /// <param name="key">Which one.</param>
    /// <param name="work">Reads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was read, from the cache where it is kept.</returns>
    public Task<T> MetadataAsync<T>(string what, string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(Metadata, new IntegrationCall<T>(AccessContext.Service, work, what, key), cancellationToken);

    /// <summary>Something that a permission rests on: kept as shortly as a decision, never served stale.</summary>
    /// <typeparam name="T">What is read; immutable.</typeparam>
    /// <param name="what">The kind of thing, a constant.</param>
    /// <param name="key">Which one.</param>
    /// <param name="work">Reads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was read, from the cache where it is kept.</returns>
    public Task<T> PermissionAsync<T>(string what, string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(Permission, new IntegrationCall<T>(AccessContext.Service, work, what, key), cancellationToken);

    /// <summary>Something of an item that a permission rests on: kept as shortly as a decision, never served stale, and forgotten together with the decisions about that item.</summary>
    /// <typeparam name="T">What is read; immutable.</typeparam>
    /// <param name="what">The kind of thing, a constant.</param>
    /// <param name="id">The item.</param>
    /// <param name="work">Reads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was read, from the cache where it is kept.</returns>
    public Task<T> PermissionAsync<T>(string what, ContentId id, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(Permission, new IntegrationCall<T>(AccessContext.Service, work, what, id.Value) { ItemId = id.Value }, cancellationToken);

    /// <summary>Who may see an item: forgotten together with the decisions about that item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="work">Reads the policy.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The policy, from the cache where it is kept.</returns>
    public Task<AccessPolicy> PolicyAsync(ContentId id, Func<CancellationToken, Task<AccessPolicy>> work, CancellationToken cancellationToken) =>
        PermissionAsync("policy", id, work, cancellationToken);

    private static IntegrationOperation Inner(string name, CacheRegion region) => new(name) { Region = region, IsAudited = false };
}
