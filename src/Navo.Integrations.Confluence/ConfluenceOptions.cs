using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Navo.Integrations.Core;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Confluence;

/// <summary>How to reach a Confluence and what to read of it. Section <c>Navo:Integrations:Confluence</c>.</summary>
public sealed class ConfluenceOptions : IntegrationOptions
{
    private IOAuthTokenStore? _oAuthTokenStore;

    /// <summary>
    /// The address: <c>https://your-site.atlassian.net</c> (with or without <c>/wiki</c>), <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>,
    /// or a Data Center's base address with its context path. <c>https</c>; plain <c>http</c> for loopback addresses only.
    /// </summary>
    [Required]
    public Uri? BaseUrl { get; set; }

    /// <summary>Cloud or Data Center; needed only where the address does not tell.</summary>
    public ConfluenceDeployment Deployment { get; set; }

    /// <summary>The e-mail of the account (Cloud) or the user name (Data Center). Leave it out to send <see cref="ApiToken"/> as a bearer token.</summary>
    public string? Username { get; set; }

    /// <summary>The API token (Cloud), OAuth access token, personal access token or password (Data Center).</summary>
    [JsonIgnore]
    public string? ApiToken { get; set; }

    /// <summary>An OAuth 2.0 client of Cloud, which gets access tokens by itself, instead of <see cref="Username"/> and <see cref="ApiToken"/>.</summary>
    public OAuthOptions OAuth { get; set; } = new() { TokenUrl = new("https://auth.atlassian.com/oauth/token") };

    /// <summary>Whom to trust and how to show oneself in TLS: company certificate authorities and a client certificate.</summary>
    public IntegrationTlsOptions Tls { get; set; } = new();

    /// <summary>
    /// Whether to go through the API gateway, as tokens with scopes and OAuth need it; classic tokens work on the site's own address only.
    /// Null: bearer tokens and OAuth do, others do not.
    /// </summary>
    /// <remarks><see href="https://support.atlassian.com/confluence/kb/scoped-api-tokens-in-confluence-cloud/"/>.</remarks>
    public bool? UseGateway { get; set; }

    /// <summary>The site's cloud id for the gateway; asked of the site when it is not given, or with <see cref="OAuth"/> found among the sites that the consent covers.</summary>
    public string? CloudId { get; set; }

    /// <summary>The API gateway.</summary>
    public Uri GatewayUrl { get; set; } = new("https://api.atlassian.com/");

    /// <summary>The keys of the only spaces that are ever searched or read; empty for all that the account may see. A hard boundary.</summary>
    public IList<string> Spaces { get; set; } = [];

    /// <summary>Hits on a page of search results where the query says nothing, 1 to 250.</summary>
    [Range(1, 250)]
    public int MaxResults { get; set; } = 50;

    /// <summary>Whether contents list their attachments.</summary>
    public bool IncludeAttachments { get; set; } = true;

    /// <summary>The largest attachment that is downloaded, in bytes: 1 to 1 TiB, 100 MiB by default.</summary>
    [Range(1L, 1L << 40)]
    public long MaxAttachmentBytes { get; set; } = 100L << 20;

    /// <summary>Whether metadata says how fresh an item is.</summary>
    public bool TrackFreshness { get; set; } = true;

    /// <summary>The age from which an item counts as out of date. A bare number in the configuration means days; 90 days by default.</summary>
    public TimeSpan FreshnessThreshold { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How Data Center tells of changes; without an address in it, it does not.</summary>
    public ConfluenceNotificationOptions Notifications { get; set; } = new();

    internal Func<CancellationToken, ValueTask<RequestCredential>>? CredentialCallback { get; private set; }

    /// <summary>Takes credentials from a callback, for example a secret store, instead of <see cref="Username"/> and <see cref="ApiToken"/>.</summary>
    /// <param name="callback">Gives the credential now in force; asked at the first call, after a 401 and on <c>RefreshCredentialsAsync</c>.</param>
    public void UseCredentials(Func<CancellationToken, ValueTask<RequestCredential>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CredentialCallback = callback;
    }

    /// <summary>Keeps the rotating refresh token of <see cref="OAuth"/>. Without it, the <see cref="IOAuthTokenStore"/> registered under the integration's name is taken.</summary>
    /// <param name="store">The store; of this instance alone.</param>
    public void UseOAuthTokenStore(IOAuthTokenStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _oAuthTokenStore = store;
    }

    internal IOAuthTokenStore? GetOAuthTokenStore() => _oAuthTokenStore;
}
