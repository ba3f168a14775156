using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Evaluation;

/// <summary>Who may see what, and what each item is called, as the simulators have it: nothing here asks the packages.</summary>
/// <param name="site">The wiki.</param>
/// <param name="tenant">The tenant.</param>
public sealed partial class Truth(ConfluenceSite site, GraphTenant tenant)
{
    private const int ShortestSecret = 20;

    private readonly ConcurrentDictionary<string, string[]> _secrets = new(StringComparer.Ordinal);

    /// <summary>What an item is called in <c>questions.json</c>.</summary>
    /// <param name="source">The integration.</param>
    /// <param name="id">The item.</param>
    /// <returns>The name.</returns>
    public string NameOf(IntegrationName source, ContentId id) => source.Kind == "confluence"
        ? $"confluence:{site.State.Contents[PageId(id)].Title}"
        : $"sharepoint:{(tenant.Items.TryGetValue(ItemId(id), out var item) ? item.Name : id.Value)}";

    /// <summary>Whether a reader may see an item.</summary>
    /// <param name="reader">Who.</param>
    /// <param name="source">The integration.</param>
    /// <param name="id">The item.</param>
    /// <returns>Whether the simulator says so.</returns>
    public bool MayRead(CompanyReader reader, IntegrationName source, ContentId id)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return source.Kind switch
        {
            "confluence" => reader.AccountId is { } account && site.MayRead(account, PageId(id)),
            "sharepoint" => reader.UserId is { } user && (tenant.Items.ContainsKey(ItemId(id)) ? tenant.MayRead(user, ItemId(id)) : MayReadEntry(user, id.Value)),
            _ => false,
        };
    }

    /// <summary>Sentences that stand in no item that the reader may see, found in a text: of Confluence's pages and the tenant's files.</summary>
    /// <param name="reader">Who.</param>
    /// <param name="text">What was sent or shown.</param>
    /// <returns>The sentences, as letters and digits.</returns>
    public IEnumerable<string> SecretsIn(CompanyReader reader, string text)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string plain = Plain(text);
        return _secrets.GetOrAdd(reader.Name, _ => SecretsFrom(reader)).Where(secret => plain.Contains(secret, StringComparison.Ordinal));
    }

    private static long PageId(ContentId id) => long.Parse(id.Value.Replace("att", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string ItemId(ContentId id) => id.Value[(id.Value.LastIndexOf('/') + 1)..];

    /// <summary>Items of lists, pages and sites.</summary>
    private bool MayReadEntry(string user, string id)
    {
        string[] parts = id.Split('/');
        return parts switch
        {
            ["sites", var place] => tenant.MayEnter(user, place),
            ["sites", _, "lists", var list, "items", var number] => tenant.Lists[list].Items.Any(item => item.Id.ToString(CultureInfo.InvariantCulture) == number && tenant.MayRead(user, tenant.Lists[list], item)),
            ["sites", _, "pages", var page] => tenant.Lists.Values.Any(list => list.Items.Any(item => item.UniqueId == page && tenant.MayRead(user, list, item))),
            _ => false,
        };
    }

    private string[] SecretsFrom(CompanyReader reader)
    {
        List<(bool IsOpen, string Text)> items =
        [
            .. site.State.Contents.Values.Select(c => (reader.AccountId is { } account && site.MayRead(account, c.Id), Tag().Replace(c.Latest.Storage, "\n"))),
            .. tenant.Items.Values.Where(i => !i.IsFolder).Select(i => (reader.UserId is { } user && tenant.MayRead(user, i.Id), Tag().Replace(i.Latest.Text ?? Encoding.UTF8.GetString(i.Latest.Bytes.AsSpan()), "\n"))),
        ];
        string open = string.Join('\n', items.Where(item => item.IsOpen).Select(item => Plain(item.Text)));
        return
        [
            .. items.Where(item => !item.IsOpen)
                .SelectMany(item => Sentence().Split(item.Text)).Select(Plain)
                .Where(text => text.Length >= ShortestSecret && !open.Contains(text, StringComparison.Ordinal))
                .Distinct(),
        ];
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[.!?;]\s|\n", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
