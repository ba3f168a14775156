using System.Net;
using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Answers of the search.</summary>
internal static partial class GraphSearchMapping
{
    /// <summary>The one container of the one answer.</summary>
    public static HitsContainerDto Container(SearchResponsesDto answer) =>
        Required.Member(answer.Value, "value") is [{ HitsContainers: [var container, ..] }, ..] ? container : new() { Hits = [], MoreResultsAvailable = false };

    /// <summary>A hit; null for what we have no id for, such as a OneNote page or a Loop workspace.</summary>
    public static SearchHit? ToHit(SearchHitDto hit, IntegrationName source, SitePlace? place)
    {
        SearchResourceDto? resource = hit.Resource;
        if (resource is null || AddressOf(resource) is not { } address)
        {
            return null;
        }

        (string? excerpt, IReadOnlyList<string> highlights) = Summary(hit.Summary);
        return new()
        {
            Id = address.Id,
            Source = source,
            Title = resource.Name ?? resource.DisplayName ?? WebName(resource.WebUrl),
            Kind = KindOf(address, resource),
            Container = place?.ToContainer(),
            Excerpt = excerpt,
            Highlights = highlights,
            WebAddress = WebAddress.Of(resource.WebUrl),
            Modified = resource.LastModifiedDateTime,
            Version = resource.ETag?.Trim('"') is { Length: > 0 } tag ? tag : null,
        };
    }

    /// <summary>What a hit found, under our id; null where Graph does not give what the id needs.</summary>
    public static ItemAddress? AddressOf(SearchResourceDto resource)
    {
        string type = resource.Type?.Split('.')[^1] ?? string.Empty;
        ItemAddress? address = (type, resource.Id, resource.ParentReference) switch
        {
            ("driveItem", { Length: > 0 } id, { DriveId: { } drive }) => new DriveItemAddress(drive, id),
            ("listItem", _, { SiteId: { } site }) when resource.SharepointIds is { ListId: { } list, ListItemId: { } item } => new ListItemAddress(site, list.ToLowerInvariant(), item),
            ("site", { Length: > 0 } id, _) => new SiteAddress(id),
            _ => null,
        };
        return address is not null && ItemAddress.TryParse(address.Id) is not null ? address : null;
    }

    /// <summary>Plain text without the marks, and the words within them.</summary>
    private static (string? Text, IReadOnlyList<string> Highlights) Summary(string? marked)
    {
        if (string.IsNullOrEmpty(marked))
        {
            return (null, []);
        }

        string[] words = [.. Marked().Matches(marked).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return (WebUtility.HtmlDecode(Marks().Replace(marked, match => match.Value == "<ddd/>" ? "… " : string.Empty)).Trim(), words);
    }

    private static ContentKind KindOf(ItemAddress address, SearchResourceDto resource) => address switch
    {
        DriveItemAddress when resource.Folder is not null => ContentKind.Folder,
        DriveItemAddress => resource.Name?.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase) == true ? ContentKind.Page : ContentKind.Document,
        _ => ContentKind.Other,
    };

    private static string WebName(string? address) =>
        WebAddress.Of(address) is { } web ? Uri.UnescapeDataString(web.Segments[^1].Trim('/')) : string.Empty;

    [GeneratedRegex("<c[0-9]+>(.*?)</c[0-9]+>", RegexOptions.Singleline, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("</?c[0-9]+>|<ddd/>", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
