using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>Asks an integration how it is, within a time, and never throws.</summary>
internal sealed class IntegrationProbe(TimeProvider time)
{
    public async Task<IntegrationHealth> AskAsync(IIntegration integration, TimeSpan limit)
    {
        long start = time.GetTimestamp();
        using var over = new CancellationTokenSource(limit, time);
        try
        {
            return await integration.CheckHealthAsync(over.Token).WaitAsync(over.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return new IntegrationHealth
            {
                Integration = integration.Name,
                Status = HealthState.Unhealthy,
                ResponseTime = time.GetElapsedTime(start),
                LastCheck = time.GetUtcNow(),
                Description = Describe(failure, limit),
            };
        }
    }

    private static string Describe(Exception failure, TimeSpan limit) => failure switch
    {
        IntegrationException known => known.Message,
        OperationCanceledException => $"It did not say how it is within {limit.TotalSeconds:0} s.",
        _ => $"It could not say how it is ({failure.GetType().Name}).",
    };
}
