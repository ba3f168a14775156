using System.Net.Http.Headers;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>The rest of a file from a position on, as long as the file is the one that was begun (RFC 9110, section 14).</summary>
internal sealed record ByteRange(long From, EntityTagHeaderValue Tag)
{
    public void ApplyTo(HttpRequestMessage request)
    {
        request.Headers.Range = new RangeHeaderValue(From, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(Tag);
    }
}
