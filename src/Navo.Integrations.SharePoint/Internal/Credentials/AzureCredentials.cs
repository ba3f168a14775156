using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The credential of Azure.Identity that the options name. Its requests go through our own client, so that there is one retry loop and one list of hosts.</summary>
/// <remarks><see href="https://learn.microsoft.com/dotnet/api/overview/azure/identity-readme"/>.</remarks>
internal sealed class AzureCredentials(SharePointEndpoint endpoint, Func<HttpClient> client)
{
    private readonly Lock _gate = new();
    private (SharePointOptions Of, X509Certificate2 Certificate)? _kept;

    public TokenCredential ForApplication(SharePointOptions options) => options switch
    {
        _ when options.GetCredential() is { } given => given,
        { AccessToken: { Length: > 0 } ready } => new ReadyTokenCredential(ready),
        { UseManagedIdentity: true } => new ManagedIdentityCredential(options.ClientId is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned),
        { UseWorkloadIdentity: true } => new WorkloadIdentityCredential(Configured(new WorkloadIdentityCredentialOptions { TenantId = options.TenantId, ClientId = options.ClientId, DisableInstanceDiscovery = true })),
        { ClientSecret: { Length: > 0 } secret } => new ClientSecretCredential(options.TenantId, options.ClientId, secret, Configured(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })),
        _ => new ClientCertificateCredential(
            options.TenantId,
            options.ClientId,
            LoadAnew(options),
            Configured(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true, SendCertificateChain = true })),
    };

    /// <summary>The exchange of a token that a user called the application with.</summary>
    public TokenCredential OnBehalfOf(SharePointOptions options, string assertion)
    {
        OnBehalfOfCredentialOptions settings = Configured(new OnBehalfOfCredentialOptions { DisableInstanceDiscovery = true });
        return options.ClientSecret is { Length: > 0 } secret
            ? new OnBehalfOfCredential(options.TenantId, options.ClientId, secret, assertion, settings)
            : new OnBehalfOfCredential(options.TenantId, options.ClientId, Kept(options), assertion, settings);
    }

    /// <summary>Forgets the certificate, so that a renewed one is read.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _kept = null;
        }
    }

    /// <summary>One certificate for all users: its key is not loaded again for each.</summary>
    private X509Certificate2 Kept(SharePointOptions options)
    {
        lock (_gate)
        {
            return _kept is { } kept && ReferenceEquals(kept.Of, options) ? kept.Certificate : LoadAnew(options);
        }
    }

    /// <summary>The one before is left to the collector: credentials that were made with it may still sign.</summary>
    private X509Certificate2 LoadAnew(SharePointOptions options)
    {
        lock (_gate)
        {
            X509Certificate2 certificate = ApplicationCertificate.Load(options);
            _kept = (options, certificate);
            return certificate;
        }
    }

    private T Configured<T>(T settings)
        where T : TokenCredentialOptions
    {
        settings.AuthorityHost = new UriBuilder(endpoint.Authority) { Scheme = Uri.UriSchemeHttps, Port = endpoint.Authority.Port }.Uri;
        settings.Transport = new HttpClientTransport(client());
        settings.Retry.MaxRetries = 0;
        settings.Diagnostics.IsLoggingEnabled = false;
        settings.Diagnostics.IsTelemetryEnabled = false;
        return settings;
    }

    /// <summary>A token that somebody got by other means.</summary>
    private sealed class ReadyTokenCredential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => requestContext.Claims is null
            ? new(token, DateTimeOffset.MaxValue)
            : throw new AuthenticationException("The configured access token does not satisfy what Graph asks for, and it can't be renewed.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
