using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace KnowledgeService;

/// <summary>The service, put together: sources, sign-in, limits, telemetry, endpoints.</summary>
public static class KnowledgeApp
{
    /// <summary>Makes the service; nothing listens yet. Where the configuration has no source, simulated ones start on loopback.</summary>
    /// <param name="args">The command line, for instance <c>--urls</c>.</param>
    /// <returns>The service.</returns>
    public static async Task<WebApplication> CreateAsync(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        bool isSimulated = !HasSources(builder.Configuration);
        if (isSimulated)
        {
            SimulatedSources sources = await SimulatedSources.StartAsync();
            builder.Configuration.AddInMemoryCollection(sources.Settings);
            builder.Services.AddSingleton(_ => sources);                                      // by a factory: the container then takes them down
            builder.Services.AddSingleton<IIdentityDirectory>(new IdentityTable(sources.People));
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();        // a demo's cookie need not outlive it
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        AddServices(builder);
        WebApplication app = builder.Build();
        DemoReaders readers = new(app.Services.GetService<SimulatedSources>());
        Map(app, readers);
        return app;
    }

    private static readonly string[] Kinds = ["Confluence", "SharePoint", "EnterpriseGpt"];

    /// <summary>Where notifications go can be told of simulated sources too.</summary>
    private static bool HasSources(IConfiguration configuration) =>
        ((string[])["Navo:Integrations", "integrations"])
            .SelectMany(root => configuration.GetSection(root).GetChildren())
            .Where(section => Kinds.Contains(section.Key.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase))
            .Any(section => section.GetChildren().Any(setting => !setting.Key.Equals("Notifications", StringComparison.OrdinalIgnoreCase)));

    private static void AddServices(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        ChangeLog.AddWhereNotified(services.AddNavoIntegrations(builder.Configuration), builder.Configuration);
        services.AddHealthChecks().AddNavoIntegrations().AddNavoIntegrationsLiveness();
        services.AddOpenTelemetry()
            .WithTracing(tracing => AddExporter(builder, tracing.AddSource("Navo.Integrations.*", "Microsoft.AspNetCore", "System.Net.Http")))
            .WithMetrics(metrics => metrics.AddMeter("Navo.Integrations.*", "Microsoft.AspNetCore.Hosting", "System.Net.Http", "Polly").AddPrometheusExporter());
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SignIn.Configure);
        services.AddAuthorization();
        services.AddProblemDetails();
        services.AddExceptionHandler<FailureAnswers>();
        services.AddRateLimiter(options => ReaderLimits.Configure(options, builder.Configuration));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.RespectNullableAnnotations = true);
    }

    /// <summary>Traces go where the usual variable of OpenTelemetry says, and nowhere without it.</summary>
    private static void AddExporter(WebApplicationBuilder builder, TracerProviderBuilder tracing)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            tracing.AddOtlpExporter();
        }
    }

    private static void Map(WebApplication app, DemoReaders readers)
    {
        app.UseExceptionHandler();
        app.UseMiddleware<SecurityHeaders>();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapNavoNotifications("/navo");
        SignIn.Map(app, readers);
        KnowledgeEndpoints.Map(app.MapGroup(string.Empty).RequireAuthorization().RequireRateLimiting(ReaderLimits.Policy));
    }
}
