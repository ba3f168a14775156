using System.Net.Http.Json;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Asks a Cloud site for its cloud id, once.</summary>
internal sealed class CloudIdSource(IHttpClientFactory clients, string clientName, Uri site) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private string? _cloudId;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_cloudId is { } known)
        {
            return known;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _cloudId ??= await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(clientName);
        try
        {
            TenantInfoDto? info = await client.GetFromJsonAsync(new Uri(site, "/_edge/tenant_info"), ConfluenceJson.Default.TenantInfoDto, cancellationToken).ConfigureAwait(false);
            return info?.CloudId is { Length: > 0 } id ? id : throw Unknown(cause: null);
        }
        catch (JsonException cause)
        {
            throw Unknown(cause);
        }
    }

    private static ProtocolException Unknown(Exception? cause) => new("The site does not tell its cloud id at /_edge/tenant_info.", cause)
    {
        Remedy = "Check BaseUrl, or set the option CloudId.",
    };
}
