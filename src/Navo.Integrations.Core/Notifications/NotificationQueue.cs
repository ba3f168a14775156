using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Notifications;

/// <summary>
/// Holds what was told until somebody looks. What says the same as one that waits joins it, so that ten thousand notifications of a library are one errand. No more is held than the bound: beyond it what
/// waits becomes one errand for all of the source, for a notification that is turned away would not come again. Safe for concurrent use; each source has one reader.
/// </summary>
public sealed class NotificationQueue
{
    /// <summary>How many different notifications of a source wait at most.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<IntegrationName, HashSet<SourceNotification>> _waiting = [];
    private readonly Dictionary<IntegrationName, TaskCompletionSource> _readers = [];

    /// <summary>Adds notifications of one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="notifications">What it told.</param>
    /// <exception cref="InvalidQueryException">One is of another source.</exception>
    public void Add(IntegrationName source, IReadOnlyCollection<SourceNotification> notifications)
    {
        ArgumentNullException.ThrowIfNull(notifications);
        if (notifications.Any(notification => notification.Source != source))
        {
            throw new InvalidQueryException($"A notification is not of {source}.");
        }

        TaskCompletionSource? reader = null;
        lock (_gate)
        {
            HashSet<SourceNotification> waiting = _waiting.TryGetValue(source, out HashSet<SourceNotification>? known) ? known : _waiting[source] = [];
            waiting.UnionWith(notifications);
            if (waiting.Count > Capacity)
            {
                _waiting[source] = [.. waiting.Select(WithoutPlace)];
            }

            if (waiting.Count > 0)
            {
                _readers.Remove(source, out reader);
            }
        }

        reader?.TrySetResult();
    }

    /// <summary>Takes all that waits.</summary>
    /// <param name="source">The source.</param>
    /// <returns>What it told, each once; empty where it told nothing.</returns>
    public IReadOnlyCollection<SourceNotification> Take(IntegrationName source)
    {
        lock (_gate)
        {
            return _waiting.Remove(source, out HashSet<SourceNotification>? waiting) ? waiting : [];
        }
    }

    /// <summary>Waits until there is something to take.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there is.</returns>
    public Task WaitAsync(IntegrationName source, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(source, out HashSet<SourceNotification>? waiting) && waiting.Count > 0)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource reader = _readers.TryGetValue(source, out TaskCompletionSource? known) ? known : _readers[source] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return reader.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The same said of all of a source. News of subscriptions that were not kept apart are news that may have been missed.</summary>
    private static SourceNotification WithoutPlace(SourceNotification notification) =>
        new(notification.Source, notification.Kind is NotificationKind.Changed or NotificationKind.AccessChanged ? notification.Kind : NotificationKind.Missed);
}
