namespace Navo.Integrations.Abstractions;

/// <summary>Asks the integrations in the background how they are, and remembers it. Safe for concurrent use.</summary>
public interface IHealthMonitor
{
    /// <summary>How each integration was when it was asked last; empty before the first answer.</summary>
    IReadOnlyCollection<IntegrationHealth> Latest { get; }

    /// <summary>Asks all integrations now. An answer of a moment ago counts, and callers at the same time share one question.</summary>
    /// <param name="cancellationToken">Cancels the wait; the questions go on for those who wait too.</param>
    /// <returns>How they are. One that does not answer in time is unhealthy.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<IReadOnlyCollection<IntegrationHealth>> CheckAsync(CancellationToken cancellationToken = default);

    /// <summary>Hears of each integration whose state, or that of a feature, is another than before.</summary>
    /// <param name="receive">Called on any thread; it returns at once. What it throws is logged.</param>
    /// <returns>Ends it when it is disposed of.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receive"/> is null.</exception>
    IDisposable Subscribe(Action<HealthChange> receive);
}
