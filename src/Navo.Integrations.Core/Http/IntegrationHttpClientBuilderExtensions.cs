using Microsoft.Extensions.DependencyInjection.Extensions;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.Downloads;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the HTTP policy of an integration on a client.</summary>
public static class IntegrationHttpClientBuilderExtensions
{
    /// <summary>Adds the handlers that every integration's client has, in their one order, and the socket beneath them.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="settings">Gives the settings; asked for each handler of the chain, so it gives the same each time.</param>
    /// <returns>The client, to which a primary handler of one's own (for a proxy, say) may be given afterwards; the settings of TLS are then its own.</returns>
    public static IHttpClientBuilder AddIntegrationHandlers(this IHttpClientBuilder builder, Func<IServiceProvider, IntegrationHttpSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.TryAddSingleton(sp => new QuotaPauses(Time(sp), sp.GetService<IQuotaExchange>()));
        WireBoards.Add(builder.Services);
        builder.RemoveAllLoggers();                                     // the framework's own would log addresses with their queries
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);           // connections are renewed by the socket's own lifetime
        builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(sp => Socket(settings(sp)));

        // The order of the handlers, outermost first. It is written here and nowhere else.
        builder.AddHttpMessageHandler(sp => new ErrorTranslationHandler(settings(sp), Time(sp)));
        builder.AddResilienceHandler("calls", (pipeline, context) => AddCallPolicy(pipeline, context.ServiceProvider, settings(context.ServiceProvider))).SelectPipelineByAuthority();
        builder.AddHttpMessageHandler(sp => Pacing(sp, settings(sp), builder.Name));
        builder.AddResilienceHandler("attempts", (pipeline, context) => AddAttemptPolicy(pipeline, context.ServiceProvider, settings(context.ServiceProvider))).SelectPipelineByAuthority();
        builder.AddHttpMessageHandler(sp => new CredentialHandler(settings(sp)));
        builder.AddHttpMessageHandler(sp => new BodyBufferHandler(settings(sp).Options.MaxResponseBytes));
        builder.AddHttpMessageHandler(static _ => new RedirectCaptureHandler());
        return builder;
    }

    private static void AddCallPolicy(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services, IntegrationHttpSettings settings)
    {
        pipeline.TimeProvider = Time(services);
        pipeline
            .AddTimeout(settings.TotalTimeout)                          // outside of the queue: the time in it counts
            .AddConcurrencyLimiter(settings.Options.MaxConcurrentRequests, settings.Options.MaxQueuedRequests);
        if (settings.Options.MaxRetryAttempts > 0)
        {
            pipeline.AddRetry(new RetryStrategy(settings, new RetryBudget(settings.Options.RetryBudgetRatio), Time(services), Logger(services)).ToOptions());
        }
    }

    private static void AddAttemptPolicy(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services, IntegrationHttpSettings settings)
    {
        pipeline.TimeProvider = new MonotonicTime(Time(services));      // the breaker measures with dates
        pipeline
            .AddCircuitBreaker(BreakerStrategy.Create(settings, services.GetRequiredService<BreakerBoard>(), Logger(services)))
            .AddTimeout(settings.Options.AttemptTimeout);
    }

    private static PacingHandler Pacing(IServiceProvider services, IntegrationHttpSettings settings, string client) =>
        new(services.GetRequiredService<QuotaPauses>().Of(settings.QuotaKey ?? client), services.GetRequiredService<QuotaBoard>(), settings, Time(services));

    private static SocketsHttpHandler Socket(IntegrationHttpSettings settings)
    {
        SocketsHttpHandler socket = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = settings.Options.PooledConnectionLifetime,
        };
        settings.Tls.ApplyTo(socket, settings.AllowedOrigins);
        return socket;
    }

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    private static ILogger Logger(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("Navo.Integrations.Http");
}
