using System.Net;
using System.Net.Http.Headers;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>One answer that carries bytes of a file, from its beginning or from where another one broke off.</summary>
internal sealed class DownloadPart(HttpResponseMessage response, Stream bytes) : IDisposable
{
    public Stream Bytes => bytes;

    /// <summary>Whether a broken transfer can be taken up: the answer names the very state of the file.</summary>
    public bool CanResume => response.Headers.ETag is { IsWeak: false };

    public static async Task<DownloadPart> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return new(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public ByteRange RangeFrom(long position) => new(position, response.Headers.ETag!);

    /// <summary>Whether an answer goes on where this one ended, with the same file.</summary>
    public bool IsContinuedBy(HttpResponseMessage next, long position) =>
        next.StatusCode == HttpStatusCode.PartialContent
        && next.Content.Headers.ContentRange is ContentRangeHeaderValue { From: { } from } range && from == position
        && Equals(next.Headers.ETag, response.Headers.ETag)
        && (range.Length is not { } whole || Whole is not { } before || whole == before);

    public void Dispose()
    {
        bytes.Dispose();
        response.Dispose();
    }

    private long? Whole => response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength;
}
