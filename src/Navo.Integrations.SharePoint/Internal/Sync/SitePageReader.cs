using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of a site as a sync tells them: the version is the <c>eTag</c>, which changes with every save, in a library that keeps no versions too.</summary>
internal sealed class SitePageReader(string siteId, SitePlace place, IntegrationName name)
{
    public IReadOnlyList<SyncItem> Read(ItemPageDto page) => [.. Required.Member(page.Value, "value").Select(Parse).Select(entry => ToItem(entry.Id, entry.Page))];

    public SyncItem ToItem(string? id, SitePageDto? page) =>
        id is { Length: > 0 and < 100 } && page is not null && ItemAddress.TryParse(AddressOf(id).Id) is SitePageAddress address
            ? ToItem(ToMetadata(page, address))
            : new SyncItem.Skipped(AddressOf(id is { Length: > 0 and < 100 } && id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') ? id : "unnamed").Id, SkipReason.Malformed)
            {
                ErrorType = nameof(ProtocolException),
            };

    /// <summary>A draft is nobody's but its editors', which its permissions do not say; a copy keeps what was published before.</summary>
    private static SyncItem ToItem(ContentMetadata metadata) => metadata.Status == ContentStatus.Draft
        ? new SyncItem.Skipped(metadata.Id, SkipReason.Unsupported) { Title = metadata.Title, WebAddress = metadata.WebAddress }
        : new SyncItem.Present(metadata);

    private ContentMetadata ToMetadata(SitePageDto page, SitePageAddress address)
    {
        ContentMetadata metadata = PageMapping.ToMetadata(page, address, place, name);
        return page.ETag?.Trim('"') is { Length: > 0 } version ? metadata with { Version = version } : metadata;
    }

    private static (string? Id, SitePageDto? Page) Parse(JsonElement element)
    {
        try
        {
            SitePageDto? page = element.Deserialize(GraphJson.Default.SitePageDto);
            return (page?.Id, page);
        }
        catch (JsonException)
        {
            return (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null, null);
        }
    }

    private SitePageAddress AddressOf(string id) => new(siteId, id.ToLowerInvariant());
}
