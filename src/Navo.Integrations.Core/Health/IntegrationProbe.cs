using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>Asks an integration how it is, within a time, and never throws but for the caller's cancellation.</summary>
internal sealed class IntegrationProbe(TimeProvider time)
{
    /// <summary>How long one integration may take to say how it is.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<IntegrationHealth> AskAsync(IIntegration integration, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await integration.CheckHealthAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new IntegrationHealth
            {
                Integration = integration.Name,
                Status = HealthState.Unhealthy,
                ResponseTime = time.GetElapsedTime(start),
                LastCheck = time.GetUtcNow(),
                Description = Describe(failure),
            };
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        IntegrationException known => known.Message,
        OperationCanceledException => $"It did not say how it is within {Limit.TotalSeconds:0} s.",
        _ => $"It could not say how it is ({failure.GetType().Name}).",
    };
}
