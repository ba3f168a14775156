using System.Globalization;
using System.Text;

namespace Navo.Integrations.Benchmarks;

/// <summary>An answer of Confluence Cloud's search with 25 hits, about 36 kB, in the vendor's shape.</summary>
internal static class SearchAnswer
{
    public const int Hits = 25;

    private static readonly string[] Words =
    [
        "service", "flag", "budget", "review", "release", "window", "cluster", "queue", "invoice", "region", "customer", "contract", "backup", "restore", "pager", "handover", "ledger", "gateway", "schema", "index",
        "worker", "tenant", "quota", "secret", "rotation", "audit", "report", "latency", "throughput", "pipeline", "branch", "artifact", "signature", "policy", "exception", "rollback", "canary", "shift", "summary", "vendor",
    ];

    public static byte[] Json { get; } = Of(Hits);

    /// <summary>An answer of so many hits; with a seed their excerpts differ, as those of different pages do.</summary>
    public static byte[] Of(int hits, int? seed = null) => Encoding.UTF8.GetBytes(
        "{\"results\":[" + string.Join(',', Enumerable.Range(0, hits).Select(n => Hit(n, seed)))
        + "],\"start\":0,\"limit\":25,\"size\":25,\"totalSize\":1240,\"cqlQuery\":\"text ~ deploy\",\"searchDuration\":61,"
        + "\"_links\":{\"next\":\"/rest/api/search?next=true&cursor=_sa_WyJcdDQyMSJd&limit=25&start=25&cql=text\",\"base\":\"https://acme.atlassian.net/wiki\",\"context\":\"/wiki\"}}");

    private static string Hit(int n, int? seed)
    {
        string id = (1_310_700 + n).ToString(CultureInfo.InvariantCulture);
        Random random = new(HashCode.Combine(seed, n));
        string sentence = seed is not null ? $"@@@hl@@@Deploy@@@endhl@@@ {string.Join(' ', Enumerable.Range(0, 28).Select(_ => Words[random.Next(Words.Length)]))}." : string.Concat(Enumerable.Repeat("Roll out the service behind a flag, watch the error budget, then @@@hl@@@deploy@@@endhl@@@ to the rest. ", 2));
        return $$$"""
            {"content":{"id":"{{{id}}}","type":"page","status":"current","title":"Deploying the billing service, part {{{n}}}","space":{"id":98306,"key":"ENG","name":"Engineering","type":"global","status":"current","_expandable":{"settings":"/rest/api/space/ENG/settings","metadata":"","operations":"","lookAndFeel":"/rest/api/settings/lookandfeel?spaceKey=ENG","identifiers":"","permissions":"","icon":"","description":"","theme":"/rest/api/space/ENG/theme","history":"","homepage":"/rest/api/content/98400"},"_links":{"webui":"/spaces/ENG","self":"https://acme.atlassian.net/wiki/rest/api/space/ENG"}},"version":{"by":{"type":"known","accountId":"712020:5f0c","displayName":"Ada Lindqvist"},"when":"2026-10-{{{n % 28 + 1:00}}}T08:15:30.000Z","friendlyWhen":"Oct","message":"","number":{{{n + 1}}},"minorEdit":false},"_links":{"webui":"/spaces/ENG/pages/{{{id}}}/Deploying","self":"https://acme.atlassian.net/wiki/rest/api/content/{{{id}}}","tinyui":"/x/AQAU"}},"title":"@@@hl@@@Deploying@@@endhl@@@ the billing service, part {{{n}}}","excerpt":"{{{sentence}}}","url":"/spaces/ENG/pages/{{{id}}}/Deploying","resultGlobalContainer":{"title":"Engineering","displayUrl":"/spaces/ENG"},"breadcrumbs":[],"entityType":"content","iconCssClass":"aui-icon content-type-page","lastModified":"2026-10-{{{n % 28 + 1:00}}}T08:15:30.000Z","friendlyLastModified":"Oct","score":{{{(1.0 / (n + 1)).ToString("0.0000", CultureInfo.InvariantCulture)}}}}
            """;
    }
}
