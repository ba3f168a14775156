using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.AspNetCore.Internal;

/// <summary>One request: within its bounds, to the desk, and the answer in the sender's terms. What was wrong with it is told to the metrics, not to the sender.</summary>
internal sealed class NotificationEndpoint(NotificationDesk desk, NotificationEndpointOptions options, TimeProvider time)
{
    public const string SourceKey = "source";

    private const int ComeAgainSeconds = 30;
    private const int Framing = 64 << 10;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = SenderLimits.Create(options.RequestsPerMinute);

    public async Task HandleAsync(HttpContext context)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = ComeAgainSeconds.ToString(CultureInfo.InvariantCulture);
            return;
        }

        (int status, ReadOnlyMemory<byte> body) = await ReadAsync(context).ConfigureAwait(false);
        if (status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
            return;
        }

        string source = (string?)context.Request.RouteValues[SourceKey] ?? string.Empty;
        NotificationReceipt receipt = desk.Receive(source, ToRequest(context.Request, body));
        await AnswerAsync(context, receipt).ConfigureAwait(false);
    }

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > options.MaxBodyBytes)
        {
            return (StatusCodes.Status413PayloadTooLarge, default);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = (2L * options.MaxBodyBytes) + Framing; // the server counts what frames the chunks too; the exact bound is held below
        }

        using CancellationTokenSource patience = new(options.BodyTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            byte[]? body = await BoundedBody.ReadAsync(context.Request.Body, options.MaxBodyBytes, either.Token).ConfigureAwait(false);
            return body is null ? (StatusCodes.Status413PayloadTooLarge, default) : (StatusCodes.Status200OK, body);
        }
        catch (BadHttpRequestException refused)
        {
            return (refused.StatusCode, default);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (StatusCodes.Status408RequestTimeout, default);
        }
    }

    private static NotificationRequest ToRequest(HttpRequest request, ReadOnlyMemory<byte> body) => new()
    {
        Body = body,
        Headers = request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        Query = request.Query.ToDictionary(static parameter => parameter.Key, static parameter => parameter.Value.ToString(), StringComparer.Ordinal),
    };

    private static async Task AnswerAsync(HttpContext context, NotificationReceipt receipt)
    {
        HttpResponse response = context.Response;
        response.StatusCode = StatusOf(receipt.Outcome);
        if (receipt.Outcome == NotificationOutcome.Handshake)
        {
            response.ContentType = "text/plain; charset=utf-8";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "no-store";
            await response.WriteAsync(receipt.Token ?? string.Empty, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static int StatusOf(NotificationOutcome outcome) => outcome switch
    {
        NotificationOutcome.Handshake => StatusCodes.Status200OK,
        NotificationOutcome.Accepted => StatusCodes.Status202Accepted,
        NotificationOutcome.Malformed => StatusCodes.Status400BadRequest,
        NotificationOutcome.Forged => StatusCodes.Status401Unauthorized,
        NotificationOutcome.Replayed => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status404NotFound,
    };
}
