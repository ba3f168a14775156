using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Navo.Integrations.Testing.Hosting;

/// <summary>Records a request when its answer begins, so that a caller who has the answer finds the request recorded.</summary>
/// <param name="http">The request.</param>
/// <param name="log">Where it is recorded.</param>
/// <param name="body">What of its body may be kept.</param>
/// <param name="accountId">Who is signed in; null for nobody.</param>
internal sealed class RecordedExchange(HttpContext http, RequestLog log, string body, string? accountId)
{
    private int _recorded;

    public async Task RunAsync(Func<Task> answer)
    {
        http.Response.OnStarting(() =>
        {
            Record(http.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await answer().ConfigureAwait(false);
        }
        finally
        {
            Record(http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? 0 : http.Response.StatusCode);
        }
    }

    private void Record(int status)
    {
        if (Interlocked.Exchange(ref _recorded, 1) == 0)
        {
            string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            log.Add(new RecordedRequest(http.Request.Method, target, body, http.Request.Headers.Authorization.Count > 0, accountId, status));
        }
    }
}
