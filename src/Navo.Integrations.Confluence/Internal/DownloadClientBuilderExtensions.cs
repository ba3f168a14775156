using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Polly;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The policy of the client that follows redirects of downloads: no credentials, no cookies, no log of addresses, which carry signatures.</summary>
internal static class DownloadClientBuilderExtensions
{
    public static void AddDownloadHandlers(this IHttpClientBuilder builder, Func<IServiceProvider, ConfluenceConnection> connection)
    {
        builder.RemoveAllLoggers();
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(sp => DownloadSocket.Create(
            new DownloadAddress(connection(sp).Endpoint.ApiBase).AllowsLocal,
            connection(sp).Settings.Options.Http.PooledConnectionLifetime,
            connection(sp).Settings.Options.Tls));
        builder.AddResilienceHandler("downloads", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            AddPolicy(pipeline, connection(context.ServiceProvider).Settings.Options.Http);
        });
    }

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
                ShouldHandle = static attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception?.InnerException is not IntegrationException && HttpClientResiliencePredicates.IsTransient(attempt.Outcome)),
            });
        }

        pipeline.AddTimeout(options.AttemptTimeout);
    }
}
