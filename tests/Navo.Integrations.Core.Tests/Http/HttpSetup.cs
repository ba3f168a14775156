using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>What a test may set before the client is assembled.</summary>
internal sealed class HttpSetup
{
    public IntegrationHttpOptions Options { get; } = new();

    public TestCredentials Credentials { get; set; } = new();

    public Uri Origin { get; set; } = new("https://wiki.example.com/");

    /// <summary>Another clock than the fake one, for the tests to which time does not matter but the number of timers does.</summary>
    public TimeProvider? Time { get; set; }

    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(100);

    public Func<HttpRequestMessage, bool> IsSafeToRepeat { get; set; } = static _ => false;

    /// <summary>A socket other than the one that the handlers bring; null for theirs.</summary>
    public HttpMessageHandler? Socket { get; set; }

    public Action<IServiceCollection>? Services { get; set; }

    public IRequestPacer? Pacer { get; set; }

    /// <summary>The settings of an integration that is set up so.</summary>
    public IntegrationHttpSettings ToSettings(IntegrationName integration) => new()
    {
        Integration = integration,
        Options = Options,
        TotalTimeout = TotalTimeout,
        AllowedOrigins = [Origin],
        Credentials = Credentials.Source,
        ErrorBodies = new JsonErrorBodies(),
        IsSafeToRepeat = IsSafeToRepeat,
        Pacer = Pacer,
    };
}
