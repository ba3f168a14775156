using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>How the HTTP client of a token endpoint behaves.</summary>
public static class OAuthHttpSettings
{
    /// <summary>The settings of an integration, made fit for its token endpoint: nothing goes to another origin, no credential header and no client certificate is sent, and limits and outages are retried.</summary>
    /// <param name="integration">The settings of the integration itself.</param>
    /// <param name="tokenUrl">The token endpoint.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ConfigurationException">There is no token endpoint.</exception>
    public static IntegrationHttpSettings For(IntegrationHttpSettings integration, Uri? tokenUrl)
    {
        ArgumentNullException.ThrowIfNull(integration);
        return new()
        {
            Integration = integration.Integration,
            Options = integration.Options,
            TotalTimeout = integration.TotalTimeout,
            AllowedOrigins = [tokenUrl ?? throw new ConfigurationException("OAuth:TokenUrl is missing.") { Key = "OAuth:TokenUrl" }],
            Credentials = new CallbackCredentialSource(static _ => default),
            ErrorBodies = new OAuthErrorBodies(),
            Tls = integration.Tls.WithoutClientCertificate(),

            // A server that rotates takes a token again for minutes where its answer was lost, and where it does not, giving up would have lost it just the same.
            IsSafeToRepeat = static _ => true,
        };
    }
}
