using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Azure.Core;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core;

namespace Navo.Integrations.SharePoint;

/// <summary>How to reach SharePoint through Microsoft Graph and what to read of it. Section <c>Navo:Integrations:SharePoint</c>.</summary>
public sealed class SharePointOptions : IntegrationOptions
{
    private TokenCredential? _credential;
    private Func<X509Certificate2>? _certificate;
    private Func<PrincipalId, CancellationToken, ValueTask<string?>>? _userAssertions;
    private ISiteGroupResolver? _siteGroups;

    /// <summary>The tenant: its id or one of its domains.</summary>
    public string? TenantId { get; set; }

    /// <summary>The id of the registered application, or of a user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret.</summary>
    [JsonIgnore]
    public string? ClientSecret { get; set; }

    /// <summary>A file with the application's certificate and private key, PEM or PFX, instead of <see cref="ClientSecret"/>.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of <see cref="CertificateFile"/>; null where it has none.</summary>
    [JsonIgnore]
    public string? CertificatePassword { get; set; }

    /// <summary>The thumbprint of the application's certificate in the current user's or the machine's store, instead of a file.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Whether the managed identity of the Azure host is used; <see cref="ClientId"/> names a user-assigned one.</summary>
    public bool UseManagedIdentity { get; set; }

    /// <summary>Whether the workload identity of the pod is used: its federated token file is read as the Azure workload identity webhook sets it.</summary>
    public bool UseWorkloadIdentity { get; set; }

    /// <summary>A ready token, a user's as <c>az account get-access-token</c> prints it or an application's, for trying things out. It is used until it ends and never renewed.</summary>
    [JsonIgnore]
    public string? AccessToken { get; set; }

    /// <summary>The cloud of the tenant; it sets <see cref="GraphBaseUrl"/> and <see cref="AuthorityHost"/> where those are not given.</summary>
    public SharePointCloud Cloud { get; set; }

    /// <summary>The address of Graph with its version, for a cloud of its own or tests; null for that of <see cref="Cloud"/>.</summary>
    public Uri? GraphBaseUrl { get; set; }

    /// <summary>The authority that gives tokens, for a cloud of its own or tests; null for that of <see cref="Cloud"/>.</summary>
    public Uri? AuthorityHost { get; set; }

    /// <summary>
    /// The only sites that are ever searched or read, with what lies below them: addresses, server-relative paths (<c>/teams/hr</c>), names of sites below
    /// <c>/sites/</c>, or ids. Empty for all that the application may see. A hard boundary; with the permission <c>Sites.Selected</c> it is needed.
    /// </summary>
    public IList<string> Sites { get; set; } = [];

    /// <summary>Hits on a page of search results where the query says nothing, 1 to 500.</summary>
    [Range(1, 500)]
    public int MaxResults { get; set; } = 50;

    /// <summary>Whether documents carry the columns, content type and labels of their library.</summary>
    public bool IncludeMetadata { get; set; } = true;

    /// <summary>Whether metadata name the newest version; without it, they name the state (<c>cTag</c>), which needs no request.</summary>
    public bool TrackVersions { get; set; } = true;

    /// <summary>Whether a sync tells the items of lists too.</summary>
    public bool SyncLists { get; set; } = true;

    /// <summary>Whether a sync tells the pages of sites too. Graph has no feed of their changes, so each run lists them.</summary>
    public bool SyncPages { get; set; } = true;

    /// <summary>The geographic region that searches of an application go to, such as <c>NAM</c>; found by itself where it is not given.</summary>
    /// <remarks><see href="https://learn.microsoft.com/graph/search-concept-searchall"/>.</remarks>
    public string? SearchRegion { get; set; }

    /// <summary>The largest document that is downloaded, in bytes: 1 to 1 TiB, 250 MiB by default.</summary>
    [Range(1L, 1L << 40)]
    public long MaxDocumentBytes { get; set; } = 250L << 20;

    /// <summary>Whether the bytes of a download are held against the hash that the source keeps.</summary>
    public bool VerifyDownloads { get; set; } = true;

    /// <summary>Whether a link for everybody in the organization makes an item visible to each of its members. Off: it is shared with whom it was sent to, which nobody can tell.</summary>
    public bool OrganizationLinksGrantAccess { get; set; }

    /// <summary>Whether a link for anybody, without a password, makes an item visible to every reader.</summary>
    public bool AnonymousLinksGrantAccess { get; set; }

    /// <summary>How the application names itself to Microsoft, which asks for <c>NONISV|Company|Application/1.0</c> and throttles less for it.</summary>
    /// <remarks><see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.</remarks>
    [Required]
    public string UserAgent { get; set; } = "NONISV|Navo|Navo.Integrations/1.0";

    /// <summary>Resource units a minute that requests are paced to, as the tenant's licences allow; 0 for no pacing ahead. 1,200 by default, the least that a tenant has.</summary>
    [Range(0, 1_000_000)]
    public int ResourceUnitsPerMinute { get; set; } = 1200;

    /// <summary>How Graph tells of changes; without an address in it, it does not.</summary>
    public SharePointNotificationOptions Notifications { get; set; } = new();

    /// <summary>Takes tokens from any credential of Azure.Identity or of one's own, instead of the options above.</summary>
    /// <param name="credential">The credential; asked for <c>.default</c> of Graph's host, such as <c>https://graph.microsoft.com/.default</c>, whatever version <see cref="GraphBaseUrl"/> names.</param>
    public void UseCredential(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _credential = credential;
    }

    /// <summary>Takes the application's certificate from a callback, for example a secret store.</summary>
    /// <param name="certificate">Gives the certificate with its private key; asked when a token is needed for the first time and on <c>RefreshCredentialsAsync</c>.</param>
    public void UseCertificate(Func<X509Certificate2> certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        _certificate = certificate;
    }

    /// <summary>
    /// Lets Graph itself decide what a user sees: the callback gives the token with which the user called the application, which is exchanged for one to Graph (on-behalf-of).
    /// A user for whom it gives none is decided about by the application's own rights.
    /// </summary>
    /// <param name="assertionOf">Gives the user's token for this application; null where there is none.</param>
    /// <remarks><see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"/>.</remarks>
    public void UseUserAssertions(Func<PrincipalId, CancellationToken, ValueTask<string?>> assertionOf)
    {
        ArgumentNullException.ThrowIfNull(assertionOf);
        _userAssertions = assertionOf;
    }

    /// <summary>Names the members of site groups, which Graph does not.</summary>
    /// <param name="resolver">The resolver; of this instance alone.</param>
    public void UseSiteGroupResolver(ISiteGroupResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        _siteGroups = resolver;
    }

    internal TokenCredential? GetCredential() => _credential;

    internal Func<X509Certificate2>? GetCertificateCallback() => _certificate;

    internal Func<PrincipalId, CancellationToken, ValueTask<string?>>? GetUserAssertions() => _userAssertions;

    internal ISiteGroupResolver? GetSiteGroupResolver() => _siteGroups;
}
