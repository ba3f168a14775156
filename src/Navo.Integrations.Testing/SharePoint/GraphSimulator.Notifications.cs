using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphSimulator
{
    /// <summary>The subscriptions that have not ended.</summary>
    public IReadOnlyList<GraphSubscription> Subscriptions => [.. _server.Subscriptions.Alive];

    /// <summary>Notifies the subscribers to libraries that have changed since they were last notified. Who does not answer with success is tried again by the next call.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many subscribers took a notification.</returns>
    public Task<int> NotifyAsync(CancellationToken cancellationToken = default) => _server.Subscriptions.NotifyAsync(together: false, cancellationToken);

    /// <summary>Notifies as <see cref="NotifyAsync"/> does, with all notifications to one address in one request.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many subscriptions' notifications were taken.</returns>
    public Task<int> NotifyTogetherAsync(CancellationToken cancellationToken = default) => _server.Subscriptions.NotifyAsync(together: true, cancellationToken);

    /// <summary>Loses the notifications that are due: they are never sent.</summary>
    /// <returns>How many subscriptions lost one.</returns>
    public int LoseNotifications() => _server.Subscriptions.Lose();

    /// <summary>Tells the subscribers of the life of their subscriptions.</summary>
    /// <param name="what">What happens. A subscription that is removed is gone before it is told.</param>
    /// <param name="driveId">The library whose subscriptions are meant; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many subscribers took it.</returns>
    public Task<int> NotifyLifecycleAsync(GraphLifecycleEvent what, string? driveId = null, CancellationToken cancellationToken = default) =>
        _server.Subscriptions.NotifyLifecycleAsync(what, driveId, cancellationToken);

    /// <summary>Ends a subscription without a word.</summary>
    /// <param name="id">Its id; nothing happens where there is none.</param>
    public void EndSubscription(string id) => _server.Subscriptions.Remove(id);
}
