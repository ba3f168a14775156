using System.Net.Sockets;
using System.Text;

namespace Navo.Smoke;

/// <summary>The least of a Confluence that a native program can talk to: a few fixed answers on a loopback socket.</summary>
internal sealed class CannedConfluence : CannedServer
{
    private static readonly (string Path, string Json)[] Answers =
    [
        ("/permission/check", """{"hasPermission":true}"""),
        ("/rest/api/search", """{"results":[{"content":{"id":"42","type":"page","title":"Native","space":{"key":"ENG"}},"title":"Native"}],"totalSize":1,"_links":{}}"""),
        ("/pages/42/attachments", """{"results":[],"_links":{}}"""),
        ("/pages/42", """{"id":"42","status":"current","title":"Native","spaceId":"9","version":{"number":1},"body":{"storage":{"value":"<p>It <strong>runs</strong>.</p>"}},"labels":{"results":[],"meta":{"hasMore":false}}}"""),
        ("/spaces/9", """{"id":"9","key":"ENG","name":"Engineering"}"""),
    ];

    /// <inheritdoc />
    protected override async Task<(string Type, string Body)> AnswerAsync(NetworkStream request, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[16_384];
        int read = await request.ReadAsync(buffer, cancellationToken);
        string target = Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[1];
        return ("application/json", Answers.First(a => target.Contains(a.Path, StringComparison.Ordinal)).Json);
    }
}
