namespace Navo.Integrations.Abstractions;

/// <summary>Watches the integrations and says when one is in trouble, and when it is over. Safe for concurrent use.</summary>
public interface IAlertMonitor
{
    /// <summary>The open alerts as the last evaluation had them, the oldest first.</summary>
    IReadOnlyList<Alert> Open { get; }

    /// <summary>Looks at the figures now, beside the evaluations that come by themselves. It asks no source and takes no longer for it; sinks are told in the background.</summary>
    /// <returns>The alerts that were raised or that ended by it; none for most evaluations.</returns>
    IReadOnlyList<Alert> Evaluate();

    /// <summary>Hears of each alert that is raised and of each that ends, in that order.</summary>
    /// <param name="receive">Called by the evaluation; it returns at once. What it throws is logged.</param>
    /// <returns>Ends it when it is disposed of.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receive"/> is null.</exception>
    IDisposable Subscribe(Action<Alert> receive);
}
