using System.Net;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>Innermost: lets a redirect of a download through as an answer without a body, so that its target can be examined.</summary>
internal sealed class RedirectCaptureHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> Capture = new("Navo.Integrations.CaptureRedirect");

    public static void Ask(HttpRequestMessage request) => request.Options.Set(Capture, true);

    /// <summary>Whether the answer is a redirect that was let through.</summary>
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.NoContent && response.Headers.Location is not null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(Capture, out bool isAsked) && isAsked ? CaptureAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> CaptureAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null)
        {
            response.StatusCode = HttpStatusCode.NoContent;
        }

        return response;
    }
}
