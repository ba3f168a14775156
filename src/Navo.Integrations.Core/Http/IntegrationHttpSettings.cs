using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Core.Http;

/// <summary>What the HTTP handlers of one integration need to know.</summary>
public sealed class IntegrationHttpSettings
{
    /// <summary>The integration.</summary>
    public required IntegrationName Integration { get; init; }

    /// <summary>How requests are paced, retried and given up.</summary>
    public required IntegrationHttpOptions Options { get; init; }

    /// <summary>The bound on a request with its time in the queue, its waits and its retries, also where it is not part of a call with its own deadline.</summary>
    public required TimeSpan TotalTimeout { get; init; }

    /// <summary>The only origins (scheme, host and port) to which requests, and so credentials, may go.</summary>
    public required IReadOnlyList<Uri> AllowedOrigins { get; init; }

    /// <summary>Where credentials come from.</summary>
    public required ICredentialSource Credentials { get; init; }

    /// <summary>Reads the vendor's error bodies.</summary>
    public required IErrorBodyReader ErrorBodies { get; init; }

    /// <summary>Which certificate authorities are trusted, and with which certificate one shows oneself to the origins allowed.</summary>
    public IntegrationTlsOptions Tls { get; init; } = new();

    /// <summary>Which requests may be repeated although their method is not safe (RFC 9110), for example a POST that only reads.</summary>
    public Func<HttpRequestMessage, bool> IsSafeToRepeat { get; init; } = static _ => false;

    /// <summary>What the source counts requests by, where several clients share one quota, such as an application within a tenant; null for a quota of this client's own.</summary>
    public string? QuotaKey { get; init; }

    /// <summary>Spaces requests out ahead of the source's limit; null for none.</summary>
    public IRequestPacer? Pacer { get; init; }
}
