using System.Runtime.ExceptionServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Http;

/// <summary>Outermost: what leaves here is an answer to be read, one of the family, or the caller's cancellation.</summary>
internal sealed class ErrorTranslationHandler(IntegrationHttpSettings settings, TimeProvider time) : DelegatingHandler
{
    private readonly HostGuard _guard = new(settings.AllowedOrigins);
    private readonly ResponseErrors _errors = new(settings, time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestDeadline.Set(request, time, settings.TotalTimeout);
        HttpResponseMessage response;
        try
        {
            _guard.Check(request); // here already, so that hosts that links name get no policy and no log line of their own
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (IsOnPool)
            {
                await Task.Yield(); // to the end of the pool's queue: whoever waited for this request's place stands before it, and sends while this answer is read
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested(); // whatever the request ended with, it ended because of that
            if (TransportErrors.Translate(failure) is { } translated)
            {
                throw Located(translated);
            }

            ExceptionDispatchInfo.Throw(failure);
            throw;
        }

        if (response.IsSuccessStatusCode && !(LoginPage.IsMarkup(response) && ExpectsJson(request)))
        {
            return response;
        }

        using (response)
        {
            throw Located(response.IsSuccessStatusCode
                ? await PageForPeopleAsync(response, cancellationToken).ConfigureAwait(false)
                : await _errors.TranslateAsync(response, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Elsewhere the answer came at once, and whoever waits for it may be blocking the context that it would go on in.</summary>
    private static bool IsOnPool => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;

    private static bool ExpectsJson(HttpRequestMessage request) =>
        !IntegrationRequestOptions.IsStream(request) && !request.Headers.Accept.Any(a => a.MediaType is "text/html");

    private static async Task<IntegrationException> PageForPeopleAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return LoginPage.IsLogin(body)
            ? new AuthenticationException("The source answers with a login page instead of data.") { StatusCode = (int)response.StatusCode, RequestId = RequestIds.Of(response) }
            : new ProtocolException("The source answers with a page for people instead of data.") { StatusCode = (int)response.StatusCode, RequestId = RequestIds.Of(response) };
    }

    private IntegrationException Located(IntegrationException failure)
    {
        OperationScope? scope = OperationScope.Current;
        failure.Locate(settings.Integration, scope?.Operation ?? "request", scope?.ItemId);
        return failure;
    }
}
