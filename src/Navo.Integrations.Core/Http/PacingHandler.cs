using System.Net;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>
/// Waits as long as the source asked and the pacer wants, before each attempt and outside of its timeout. A wait that passes the caller's deadline is not begun: the call is
/// throttled at once.
/// </summary>
internal sealed class PacingHandler(QuotaPause pause, QuotaBoard board, IntegrationHttpSettings settings, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri ?? throw new ProtocolException("A request without an address can't be sent.");
        await WaitForPauseAsync(request, address, cancellationToken).ConfigureAwait(false);
        if (settings.Pacer?.Reserve(request) is { } turn && turn > TimeSpan.Zero)
        {
            await WaitForTurnAsync(turn, request, address, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        settings.Pacer?.Observe(request, response);
        board.Observe(settings.Integration, response);
        if (TransientFailures.IsLimit(response.StatusCode) && RetryAfterReader.Read(response, time) is { } wait)
        {
            pause.Extend(address, wait);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) // a 503 may be maintenance
            {
                board.UsedUp(settings.Integration, wait);
            }
        }

        return response;
    }

    /// <summary>A turn that is not waited for goes back: else callers who are refused would use up the quota of those who come after them.</summary>
    private async Task WaitForTurnAsync(TimeSpan turn, HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await WaitAsync(turn, "The requests are paced to the source's quota", request, cancellationToken).ConfigureAwait(false);
            await WaitForPauseAsync(request, address, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            settings.Pacer?.Release(request);
            throw;
        }
    }

    private async Task WaitForPauseAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        for (TimeSpan left = pause.Left(address); left > TimeSpan.Zero; left = pause.Left(address))
        {
            await WaitAsync(left, "The source asked to wait", request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan left, string why, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (left > RequestDeadline.Left(request, time))
        {
            throw new ThrottledException($"{why}: {left.TotalSeconds:0} more seconds, which passes the deadline.")
            {
                RetryAfter = left,
                RetryAt = time.GetUtcNow() + left,
            };
        }

        await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
    }
}
