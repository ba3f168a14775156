namespace Navo.Integrations.Abstractions;

/// <summary>Carries changes out on a copy, one after the other, for a service that keeps it in step.</summary>
public interface IContentChangeHandler
{
    /// <summary>Carries a change out for good. Changes come at least once and are carried out by id; the same one may come again after a crash.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Cancels: the application stops, and the change comes again.</param>
    /// <returns>A task that ends when it is safe. A failure leaves the change unacknowledged: the next run tells it again.</returns>
    ValueTask HandleAsync(ContentChange change, CancellationToken cancellationToken);

    /// <summary>A run has ended, by itself or because of a failure. By default nothing.</summary>
    /// <param name="report">What came of it: what is held back or failed stands here.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task.</returns>
    ValueTask EndAsync(SyncReport report, CancellationToken cancellationToken) => default;
}
