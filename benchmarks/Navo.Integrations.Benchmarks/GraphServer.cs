using System.Text;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Benchmarks;

/// <summary>The other process, as Graph: a folder of 50 items, and a file of a gigabyte behind a redirect.</summary>
internal static class GraphServer
{
    public const int Items = 50;
    public const long FileSize = 1L << 30;

    private static readonly byte[] Place = Encoding.UTF8.GetBytes($$"""{"id":"{{DownloadPeak.Drive}}","name":"Documents","driveType":"documentLibrary","sharePointIds":{"siteId":"11111111-1111-1111-1111-111111111111","webId":"22222222-2222-2222-2222-222222222222","siteUrl":"https://contoso.sharepoint.com/sites/a"} }""");
    private static readonly byte[] File = Encoding.UTF8.GetBytes($$"""{"id":"{{DownloadPeak.Folder}}","name":"a.bin","size":{{FileSize}},"file":{"mimeType":"application/octet-stream"} }""");
    private static readonly byte[] Piece = new byte[64 << 10];

    public static byte[] Children { get; } = Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', Enumerable.Range(0, Items).Select(Item))}}]}""");

    public static Task RunAsync() => LoopbackServer.RunAsync(AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        if (path.EndsWith("/content", StringComparison.Ordinal))
        {
            http.Response.Redirect($"http://{http.Request.Host}/bytes");
            return;
        }

        if (path == "/bytes")
        {
            http.Response.ContentLength = FileSize;
            for (long sent = 0; sent < FileSize; sent += Piece.Length)
            {
                await http.Response.Body.WriteAsync(Piece, http.RequestAborted);
            }

            return;
        }

        byte[] json = path.EndsWith("/children", StringComparison.Ordinal) ? Children : path.Contains("/items/", StringComparison.Ordinal) ? File : Place;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json);
    }

    private static string Item(int i) => $$"""
        {"id":"01ITEM{{i:0000}}","name":"Document {{i}}.docx","size":{{20_000 + i}},"eTag":"\"{01ITEM{{i:0000}}},1\"","cTag":"\"c:{01ITEM{{i:0000}}},1\"","webUrl":"https://contoso.sharepoint.com/sites/a/Documents/Document%20{{i}}.docx","createdDateTime":"2026-01-01T08:00:00Z","lastModifiedDateTime":"2026-11-01T08:00:00Z","createdBy":{"user":{"id":"33333333-3333-3333-3333-333333333333","displayName":"Ada","email":"ada@contoso.example"} },"lastModifiedBy":{"user":{"id":"33333333-3333-3333-3333-333333333333","displayName":"Ada","email":"ada@contoso.example"} },"parentReference":{"driveType":"documentLibrary","driveId":"{{DownloadPeak.Drive}}","id":"{{DownloadPeak.Folder}}","path":"/drives/{{DownloadPeak.Drive}}/root:/Folder","siteId":"contoso.sharepoint.com,11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222"},"file":{"mimeType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document","hashes":{"quickXorHash":"SgAAAAAAAAAAAAAAAQAAAAAAAAA="} },"fileSystemInfo":{"createdDateTime":"2026-01-01T08:00:00Z","lastModifiedDateTime":"2026-11-01T08:00:00Z"} }
        """.Trim();
}
