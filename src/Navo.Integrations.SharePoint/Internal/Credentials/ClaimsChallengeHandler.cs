using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Innermost: answers a claims challenge with one token that has the claims. A second challenge, or none to be had, is the caller's to solve.</summary>
internal sealed class ClaimsChallengeHandler(GraphCredentials credentials) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (Challenge(response) is not { } claims)
        {
            return response;
        }

        int status = (int)response.StatusCode;
        response.Dispose();
        if (claims.Length > 0)
        {
            await RenewAsync(request, claims, status, cancellationToken).ConfigureAwait(false);
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (Challenge(response) is not { } again)
            {
                return response;
            }

            response.Dispose();
            claims = again;
        }

        throw Failed(claims, status, null);
    }

    private static string? Challenge(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ClaimsChallenge.Read(response) : null;

    private async Task RenewAsync(HttpRequestMessage request, string claims, int status, CancellationToken cancellationToken)
    {
        try
        {
            RequestCredential? renewed = await credentials.Acting.GetWithClaimsAsync(claims, cancellationToken).ConfigureAwait(false);
            renewed?.ApplyTo(request);
        }
        catch (AuthenticationException refused)
        {
            throw Failed(claims, status, refused.ErrorCode);
        }
    }

    private static ClaimsChallengeException Failed(string claims, int status, string? code) =>
        new("Graph asks for more than the token shows, and a token with the claims did not satisfy it or could not be had.", claims.Length > 0 ? claims : null)
        {
            StatusCode = status,
            ErrorCode = code ?? "insufficient_claims",
        };
}
