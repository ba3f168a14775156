using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>
/// Waits as long as the source asked, before each attempt and outside of its timeout. A wait that passes the caller's deadline is not begun: the call is throttled at once.
/// </summary>
internal sealed class PacingHandler(QuotaPause pause, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri ?? throw new ProtocolException("A request without an address can't be sent.");
        for (TimeSpan left = pause.Left(address); left > TimeSpan.Zero; left = pause.Left(address))
        {
            if (left > RequestDeadline.Left(request, time))
            {
                throw new ThrottledException($"The source asked to wait {left.TotalSeconds:0} more seconds, which passes the deadline.")
                {
                    RetryAfter = left,
                    RetryAt = time.GetUtcNow() + left,
                };
            }

            await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (TransientFailures.IsLimit(response.StatusCode) && RetryAfterReader.Read(response, time) is { } wait)
        {
            pause.Extend(address, wait);
        }

        return response;
    }
}
