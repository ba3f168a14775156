namespace Navo.Integrations.Core.Http;

/// <summary>The vendors' headers that name a request, to quote to their support.</summary>
internal static class RequestIds
{
    private static readonly string[] Names = ["x-request-id", "request-id", "atl-traceid", "x-arequestid", "client-request-id"];

    public static string? Of(HttpResponseMessage response)
    {
        foreach (string name in Names)
        {
            if (response.Headers.TryGetValues(name, out IEnumerable<string>? values))
            {
                return CleanText.Of(values.FirstOrDefault(), response.RequestMessage?.Headers.Authorization);
            }
        }

        return null;
    }
}
