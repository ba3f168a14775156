using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Benchmarks;

/// <summary>The other process, as Graph: a library whose feed has as many files as its address says, on pages of 200, each after five milliseconds.</summary>
internal static class SyncServer
{
    public const int PageSize = 200;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(5);
    private static readonly byte[] Sites = Encoding.UTF8.GetBytes("""{"value":[{"id":"contoso.sharepoint.com,11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222","name":"a","webUrl":"https://contoso.sharepoint.com/sites/a"}]}""");
    private static readonly byte[] Drives = Encoding.UTF8.GetBytes("""{"value":[{"id":"b!sync","name":"Documents","driveType":"documentLibrary","webUrl":"https://contoso.sharepoint.com/sites/a/Documents"}]}""");
    private static readonly byte[] Place = Encoding.UTF8.GetBytes("""{"id":"b!sync","name":"Documents","driveType":"documentLibrary","webUrl":"https://contoso.sharepoint.com/sites/a/Documents","sharePointIds":{"siteId":"11111111-1111-1111-1111-111111111111","webId":"22222222-2222-2222-2222-222222222222","siteUrl":"https://contoso.sharepoint.com/sites/a"} }""");

    public static Task RunAsync() => LoopbackServer.RunAsync(AnswerAsync);

    /// <summary>The base address of a Graph whose one library has so many items.</summary>
    public static Uri Graph(Uri server, int items) => new(server, $"/{items}/v1.0");

    private static async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        byte[] json = path.EndsWith("/delta", StringComparison.Ordinal) ? await PageAsync(http)
            : path.EndsWith("/getAllSites", StringComparison.Ordinal) ? Sites
            : path.EndsWith("/drives", StringComparison.Ordinal) ? Drives
            : Place;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json);
    }

    private static async Task<byte[]> PageAsync(HttpContext http)
    {
        await Task.Delay(Latency, http.RequestAborted);
        int items = int.Parse(http.Request.Path.Value!.Split('/')[1], CultureInfo.InvariantCulture);
        string token = http.Request.Query["token"].ToString();
        int from = token == "latest" ? items : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int known) ? known : 0;
        int to = Math.Min(from + PageSize, items);
        string link = $"http://{http.Request.Host}{http.Request.Path}?token={to}";
        StringBuilder page = new("{\"value\":[");
        page.AppendJoin(',', Enumerable.Range(from, to - from).Select(i => Item(i, items)));
        page.Append(CultureInfo.InvariantCulture, $"],\"@odata.{(to < items ? "nextLink" : "deltaLink")}\":\"{link}\"}}");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Item(int i, int items) => i == 0
        ? $$"""{"id":"01ROOT","name":"root","root":{},"folder":{"childCount":{{items}}},"parentReference":{"driveId":"b!sync","driveType":"documentLibrary"},"webUrl":"https://contoso.sharepoint.com/sites/a/Documents"}"""
        : $$"""{"id":"01ITEM{{i:00000000}}","name":"Document {{i}}.docx","size":{{20_000 + i}},"eTag":"\"{01ITEM{{i}}},1\"","cTag":"\"c:{01ITEM{{i}}},1\"","webUrl":"https://contoso.sharepoint.com/sites/a/Documents/Document%20{{i}}.docx","createdDateTime":"2026-01-01T08:00:00Z","lastModifiedDateTime":"2026-11-01T08:00:00Z","createdBy":{"user":{"id":"33333333-3333-3333-3333-333333333333","displayName":"Ada","email":"ada@contoso.example"} },"lastModifiedBy":{"user":{"id":"33333333-3333-3333-3333-333333333333","displayName":"Ada","email":"ada@contoso.example"} },"parentReference":{"driveType":"documentLibrary","driveId":"b!sync","id":"01ROOT","path":"/drives/b!sync/root:","siteId":"contoso.sharepoint.com,11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222"},"file":{"mimeType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document","hashes":{"quickXorHash":"SgAAAAAAAAAAAAAAAQAAAAAAAAA="} },"fileSystemInfo":{"createdDateTime":"2026-01-01T08:00:00Z","lastModifiedDateTime":"2026-11-01T08:00:00Z"} }""";
}
