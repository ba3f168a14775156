using System.Net.Http.Headers;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>Asks the token endpoint. Whatever it answers, no secret is in what leaves here.</summary>
internal sealed class OAuthTokenEndpoint(Func<HttpClient> client)
{
    /// <summary>Asks for a token.</summary>
    /// <param name="options">The client.</param>
    /// <param name="refreshToken">The refresh token; null to ask with the client's own credentials.</param>
    /// <returns>The answer.</returns>
    public async Task<OAuthTokenAnswer> AskAsync(OAuthOptions options, string? refreshToken)
    {
        try
        {
            using HttpClient http = client();
            using HttpRequestMessage request = new(HttpMethod.Post, options.TokenUrl) { Content = new FormUrlEncodedContent(Form(options, refreshToken)) };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            return await ReadAsync(response).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            throw OAuthFailures.OfEndpoint(failure);
        }
        catch (JsonException)
        {
            throw OAuthFailures.Malformed("answers with something else than JSON");
        }
    }

    private static async Task<OAuthTokenAnswer> ReadAsync(HttpResponseMessage response)
    {
        using Stream body = await response.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, OAuthJson.Default.OAuthTokenAnswer, CancellationToken.None).ConfigureAwait(false)
            ?? throw new JsonException();
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(OAuthOptions options, string? refreshToken)
    {
        yield return new("grant_type", refreshToken is null ? "client_credentials" : "refresh_token");
        yield return new("client_id", options.ClientId ?? string.Empty);
        yield return new("client_secret", options.ClientSecret ?? string.Empty);
        if (refreshToken is not null)
        {
            yield return new("refresh_token", refreshToken);
        }
    }
}
