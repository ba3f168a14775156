namespace Navo.Integrations.Abstractions;

/// <summary>What an integration has done since the process started.</summary>
public interface IIntegrationMetrics
{
    /// <summary>The figures of all integrations together.</summary>
    /// <returns>The figures at this moment.</returns>
    IntegrationMetricsSnapshot GetSnapshot();

    /// <summary>The figures of one integration.</summary>
    /// <param name="integration">Its name.</param>
    /// <returns>The figures at this moment; zeros for an integration that did nothing yet.</returns>
    IntegrationMetricsSnapshot GetSnapshot(IntegrationName integration);
}
