using Microsoft.Extensions.Http.Resilience;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.Downloads;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the policy on a client that follows redirects of downloads.</summary>
public static class DownloadClientBuilderExtensions
{
    /// <summary>Adds the handlers of a client without credentials, cookies and logs of addresses (which carry signatures), for <see cref="DownloadTransport"/>.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="settings">Gives the settings of the integration whose redirects are followed.</param>
    /// <returns>The client.</returns>
    public static IHttpClientBuilder AddDownloadHandlers(this IHttpClientBuilder builder, Func<IServiceProvider, IntegrationHttpSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.RemoveAllLoggers();
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(sp => Socket(settings(sp)));
        builder.AddResilienceHandler("downloads", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            AddPolicy(pipeline, settings(context.ServiceProvider).Options);
        });
        return builder;
    }

    private static SocketsHttpHandler Socket(IntegrationHttpSettings settings) => DownloadSocket.Create(
        new DownloadAddress(settings.AllowedOrigins[0]).AllowsLocal,
        settings.Options.PooledConnectionLifetime,
        settings.Tls);

    private static void AddPolicy(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IntegrationHttpOptions options)
    {
        if (options.MaxRetryAttempts > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetryAttempts,
                Delay = options.RetryBaseDelay,
                MaxDelay = options.MaxRetryDelay,
                UseJitter = true,
                ShouldRetryAfterHeader = false, // a host that a redirect leads to does not say how long we wait
                ShouldHandle = static attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception?.InnerException is not IntegrationException && HttpClientResiliencePredicates.IsTransient(attempt.Outcome)),
            });
        }

        pipeline.AddTimeout(options.AttemptTimeout);
    }
}
