using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>Posts alerts as JSON, signed. It tries again where the receiver is down or busy, a bounded number of times, and follows no redirect.</summary>
internal sealed class WebhookAlertSink(IHttpClientFactory clients, AlertSettings settings, TimeProvider time, ILoggerFactory loggers) : IAlertSink
{
    public const string ClientName = "navo:alerts";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private readonly ILogger _logger = loggers.CreateLogger(LoggerAlertSink.Category);

    public async ValueTask SendAsync(Alert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        AlertWebhookOptions options = settings.Current.Webhook;
        if (options is not { Url: { } url, Secret: { } secret })
        {
            return;
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(alert, AlertJson.Default.Alert);
        for (int attempt = 1; ; attempt++)
        {
            PostOutcome outcome = await PostAsync(url, secret, body, options.Timeout, cancellationToken).ConfigureAwait(false);
            if (outcome.IsTaken)
            {
                return;
            }

            AlertLog.PostRefused(_logger, alert.Key, attempt, (int?)outcome.Status, outcome.Failure);
            if (attempt >= options.MaxAttempts || !outcome.IsTransient)
            {
                throw new UnavailableException("The webhook did not take the alert.") { StatusCode = (int?)outcome.Status };
            }

            await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PostOutcome> PostAsync(Uri url, string secret, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        AlertSignature.Sign(request, body, secret, time.GetUtcNow());
        try
        {
            using HttpResponseMessage response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new(response.StatusCode, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(null, limit.IsCancellationRequested ? "timeout" : failure.GetType().Name);
        }
    }

    private readonly record struct PostOutcome(HttpStatusCode? Status, string? Failure)
    {
        public bool IsTaken => (int?)Status is >= 200 and < 300;

        public bool IsTransient => Status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)Status >= 500;
    }
}
