using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Navo.Integrations.Testing.Confluence.Http;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Records a request when its answer begins, so that a caller who has the answer finds the request recorded.</summary>
internal sealed class RecordedExchange(HttpContext http, string body, RequestLog log, GraphCaller? caller)
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
        if (Interlocked.Exchange(ref _recorded, 1) != 0)
        {
            return;
        }

        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        bool holdsSecrets = target.EndsWith("/token", StringComparison.Ordinal);
        log.Add(new(http.Request.Method, target, holdsSecrets ? string.Empty : body, http.Request.Headers.Authorization.Count > 0, caller is null ? null : caller.UserId ?? "application", status));
    }
}
