using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Registration;

namespace Handbook;

/// <summary>Registers the handbook.</summary>
public static class HandbookBuilderExtensions
{
    private const string HttpName = "navo:handbook";

    private static readonly IntegrationName Name = new("handbook", string.Empty);

    /// <summary>Adds the handbook; take it from <see cref="IIntegrationCatalog"/> as <c>handbook</c>, and the federated search finds it by itself.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the address and the token.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddHandbook(this INavoIntegrationsBuilder builder, Action<HandbookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<HandbookOptions>().Configure(configure).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HandbookOptions>, HandbookOptions.Rules>();
        builder.Services.AddKeyedSingleton(HttpName, (services, _) =>
            new CallbackCredentialSource(_ => ValueTask.FromResult<RequestCredential?>(RequestCredential.Bearer(Options(services).CurrentValue.Token!))));
        builder.Services.AddHttpClient(HttpName).AddIntegrationHandlers(Settings);
        return builder.AddIntegration<IIntegration>(Name, Create);
    }

    private static HandbookClient Create(IServiceProvider services)
    {
        IOptionsMonitor<HandbookOptions> options = Options(services);
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpName);
        http.BaseAddress = options.CurrentValue.BaseUrl;
        IIntegrationPipeline pipeline = services.GetRequiredService<IIntegrationPipelineFactory>().Create(Name, () => options.CurrentValue);
        return new(pipeline, new HandbookDesk(http, Name, time), Credentials(services), time);
    }

    private static IntegrationHttpSettings Settings(IServiceProvider services)
    {
        HandbookOptions options = Options(services).CurrentValue;
        return new()
        {
            Integration = Name,
            Options = options.Http,
            TotalTimeout = options.Timeout,
            AllowedOrigins = [options.BaseUrl!],
            Credentials = Credentials(services),
            ErrorBodies = new NoErrorBodies(),
        };
    }

    private static CallbackCredentialSource Credentials(IServiceProvider services) => services.GetRequiredKeyedService<CallbackCredentialSource>(HttpName);

    private static IOptionsMonitor<HandbookOptions> Options(IServiceProvider services) => services.GetRequiredService<IOptionsMonitor<HandbookOptions>>();

    /// <summary>The handbook says nothing in the bodies of its errors; the status tells.</summary>
    private sealed class NoErrorBodies : IErrorBodyReader
    {
        public VendorError Read(int status, ReadOnlySpan<byte> body) => default;
    }
}
