using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Notifications;

/// <summary>
/// Holds what was told until somebody looks. What says the same as one that waits joins it, so that ten thousand notifications of a library are one errand, and no more is held than the bound.
/// Safe for concurrent use; each source has one reader.
/// </summary>
public sealed class NotificationQueue
{
    /// <summary>How many different notifications of a source wait at most.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<IntegrationName, HashSet<SourceNotification>> _waiting = [];
    private readonly Dictionary<IntegrationName, TaskCompletionSource> _readers = [];

    /// <summary>Adds notifications of one source, all or none.</summary>
    /// <param name="source">The source.</param>
    /// <param name="notifications">What it told.</param>
    /// <returns>Whether there was room. Where not, the sender is told to come again.</returns>
    /// <exception cref="InvalidQueryException">One is of another source.</exception>
    public bool TryAdd(IntegrationName source, IReadOnlyCollection<SourceNotification> notifications)
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
            if (waiting.Count + notifications.Count(notification => !waiting.Contains(notification)) > Capacity)
            {
                return false;
            }

            waiting.UnionWith(notifications);
            if (waiting.Count > 0)
            {
                _readers.Remove(source, out reader);
            }
        }

        reader?.TrySetResult();
        return true;
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
}
