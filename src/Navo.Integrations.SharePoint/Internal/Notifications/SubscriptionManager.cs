using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The door to subscriptions. The guardian behind it is the notification source's too: it remembers.</summary>
internal sealed class SubscriptionManager(SubscriptionDesk desk, SubscriptionGuardian guardian) : ISubscriptionManager, IDisposable
{
    public SubscriptionGuardian Guardian => guardian;

    public async Task<LibrarySubscription> CreateAsync(string driveId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(driveId);
        return await desk.CreateAsync(driveId, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<LibrarySubscription>> ListAsync(CancellationToken cancellationToken = default) => desk.ListAsync(cancellationToken);

    public async Task<LibrarySubscription> RenewAsync(string subscriptionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscriptionId);
        return await desk.RenewAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
    }

    public Task ReauthorizeAsync(string subscriptionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscriptionId);
        return desk.ReauthorizeAsync(subscriptionId, cancellationToken);
    }

    public Task DeleteAsync(string subscriptionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscriptionId);
        return desk.DeleteAsync(subscriptionId, cancellationToken);
    }

    public Task<SubscriptionUpkeep> EnsureAsync(SyncScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return guardian.EnsureAsync(scope, [], cancellationToken);
    }

    public void Dispose() => guardian.Dispose();
}
