using System.Net;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>Makes of an answer that is no success one of the family. The handlers do so for every answer; a vendor needs it for answers within answers, as batches have them.</summary>
/// <param name="settings">The settings of the integration.</param>
/// <param name="time">The clock.</param>
public sealed class ResponseErrors(IntegrationHttpSettings settings, TimeProvider time)
{
    private const int MaxBody = 64 << 10;

    /// <summary>Translates an answer.</summary>
    /// <param name="response">The answer; the beginning of its body is read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The failure, to be thrown.</returns>
    public async Task<IntegrationException> TranslateAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        byte[] body = await BodyAsync(response, cancellationToken).ConfigureAwait(false);
        int status = (int)response.StatusCode;
        bool isMarkup = LoginPage.IsMarkup(response);
        VendorError vendor = isMarkup ? default : settings.ErrorBodies.Read(status, body);
        string? said = CleanText.Of(vendor.Message ?? (isMarkup ? System.Text.Encoding.UTF8.GetString(body) : null), response.RequestMessage?.Headers.Authorization);
        ErrorDetails details = new(status, RequestIds.Of(response), CleanText.Of(vendor.Code, response.RequestMessage?.Headers.Authorization), said);
        return Create(response, vendor.Kind, details);
    }

    private IntegrationException Create(HttpResponseMessage response, VendorErrorKind kind, ErrorDetails details) => kind switch
    {
        VendorErrorKind.InvalidQuery => InvalidQuery(details),
        VendorErrorKind.Authentication => Authentication(details),
        VendorErrorKind.Permission => Permission(details),
        VendorErrorKind.NotFound => NotFound(details),
        _ => response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired => Authentication(details),
            HttpStatusCode.Forbidden => Permission(details),
            HttpStatusCode.NotFound => NotFound(details),
            HttpStatusCode.TooManyRequests => Throttled(response, details),
            HttpStatusCode.ServiceUnavailable when RetryAfterReader.Read(response, time) is not null => Throttled(response, details),
            HttpStatusCode.RequestTimeout => Unavailable(response, details),
            >= HttpStatusCode.InternalServerError => Unavailable(response, details),
            >= HttpStatusCode.BadRequest => InvalidQuery(details),
            _ => Redirected(response, details),
        },
    };

    private static AuthenticationException Authentication(ErrorDetails d) => new(d.Say("The source does not accept the credentials.")) { StatusCode = d.Status, RequestId = d.RequestId, ErrorCode = d.Code };

    private static PermissionException Permission(ErrorDetails d) => new(d.Say("The credentials are accepted but do not allow this.")) { StatusCode = d.Status, RequestId = d.RequestId, ErrorCode = d.Code };

    private static NotFoundException NotFound(ErrorDetails d) => new(d.Say("The item is absent or not visible.")) { StatusCode = d.Status, RequestId = d.RequestId, ErrorCode = d.Code };

    private static InvalidQueryException InvalidQuery(ErrorDetails d) => new(d.Say("The source refuses the request as it stands.")) { StatusCode = d.Status, RequestId = d.RequestId, ErrorCode = d.Code };

    private UnavailableException Unavailable(HttpResponseMessage response, ErrorDetails d) => new(d.Say($"The source fails with status {d.Status}."))
    {
        StatusCode = d.Status,
        RequestId = d.RequestId,
        ErrorCode = d.Code,
        RetryAfter = RetryAfterReader.Read(response, time),
    };

    private ThrottledException Throttled(HttpResponseMessage response, ErrorDetails d)
    {
        TimeSpan? wait = RetryAfterReader.Read(response, time);
        return new(d.Say("The source limits the calls."))
        {
            StatusCode = d.Status,
            RequestId = d.RequestId,
            ErrorCode = d.Code,
            RetryAfter = wait,
            RetryAt = wait is null ? null : time.GetUtcNow() + wait,
        };
    }

    private static IntegrationException Redirected(HttpResponseMessage response, ErrorDetails d) => LoginPage.IsLogin(response.Headers.Location)
        ? Authentication(d with { Said = null, Prefix = "The source sends to a login page." })
        : new ProtocolException("The source redirects; it was not followed.") { StatusCode = d.Status, RequestId = d.RequestId };

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            byte[] body = new byte[MaxBody];
            int read = await stream.ReadAtLeastAsync(body, MaxBody, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return body[..read];
        }
        catch (Exception unreadable) when (unreadable is IOException or HttpRequestException)
        {
            return []; // the status alone says what it is
        }
    }
}
