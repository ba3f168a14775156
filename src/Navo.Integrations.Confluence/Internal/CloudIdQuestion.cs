using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Asks for the cloud id of a site: the site itself, or what a consent covers.</summary>
internal sealed class CloudIdQuestion(HttpClient client, Uri site)
{
    /// <remarks><see href="https://support.atlassian.com/jira/kb/retrieve-my-atlassian-sites-cloud-id/"/>.</remarks>
    public async Task<string> ToSiteAsync(CancellationToken cancellationToken)
    {
        TenantInfoDto? info = await AskAsync(new Uri(site, "/_edge/tenant_info"), ConfluenceJson.Default.TenantInfoDto, cancellationToken).ConfigureAwait(false);
        return info?.CloudId is { Length: > 0 } id ? id : throw Untold("/_edge/tenant_info");
    }

    /// <remarks><see href="https://developer.atlassian.com/cloud/confluence/oauth-2-3lo-apps/"/>.</remarks>
    public async Task<string> ToConsentAsync(Uri gateway, CancellationToken cancellationToken)
    {
        Uri address = new($"{gateway.AbsoluteUri.TrimEnd('/')}/oauth/token/accessible-resources");
        IReadOnlyList<AccessibleResourceDto> covered = await AskAsync(address, ConfluenceJson.Default.IReadOnlyListAccessibleResourceDto, cancellationToken).ConfigureAwait(false)
            ?? throw Untold(address.AbsolutePath);
        return covered.FirstOrDefault(resource => IsSite(resource.Url))?.Id is { Length: > 0 } id ? id : throw new PermissionException($"The consent covers {covered.Count} sites, but not the one of BaseUrl.")
        {
            Remedy = "Let an account consent for that site, correct BaseUrl, or set the option CloudId where the site has an address of its own.",
        };
    }

    private bool IsSite(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && Uri.Compare(address, site, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private async Task<T?> AskAsync<T>(Uri address, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFromJsonAsync(address, shape, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException cause)
        {
            throw Untold(address.AbsolutePath, cause);
        }
    }

    private static ProtocolException Untold(string path, Exception? cause = null) => new($"The cloud id is not told at {path}.", cause)
    {
        Remedy = "Check BaseUrl, or set the option CloudId.",
    };
}
