using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Pages of sites.</summary>
internal static class PageMapping
{
    public static ContentMetadata ToMetadata(SitePageDto dto, SitePageAddress address, SitePlace place, IntegrationName source) => new()
    {
        Id = address.Id,
        Source = source,
        Title = dto.Title ?? dto.Name ?? string.Empty,
        Kind = dto.PromotionKind == "newsPost" ? ContentKind.BlogPost : ContentKind.Page,
        Status = dto.PublishingState?.Level is "checkout" or "draft" ? ContentStatus.Draft : ContentStatus.Current,
        Container = place.ToContainer(),
        Author = PersonMapping.ToPerson(dto.CreatedBy),
        Editor = PersonMapping.ToPerson(dto.LastModifiedBy),
        Created = dto.CreatedDateTime,
        Modified = dto.LastModifiedDateTime,
        Version = dto.PublishingState?.VersionId ?? dto.ETag?.Trim('"') ?? "0",
        WebAddress = WebUrl(dto.WebUrl, place),
    };

    public static SharePointPage ToPage(SitePageDto dto, string siteId, SitePlace place)
    {
        SitePageAddress address = new(siteId, Required.Member(dto.Id, "id").ToLowerInvariant());
        return new()
        {
            Id = address.Id,
            Title = dto.Title ?? dto.Name ?? string.Empty,
            Site = place.ToContainer(),
            IsNews = dto.PromotionKind == "newsPost",
            IsDraft = dto.PublishingState?.Level is "checkout" or "draft",
            Description = dto.Description,
            Author = PersonMapping.ToPerson(dto.CreatedBy),
            Editor = PersonMapping.ToPerson(dto.LastModifiedBy),
            Created = dto.CreatedDateTime,
            Modified = dto.LastModifiedDateTime,
            WebAddress = WebUrl(dto.WebUrl, place),
        };
    }

    /// <summary>Graph gives a page's address relative to its site.</summary>
    private static Uri? WebUrl(string? address, SitePlace place) =>
        WebAddress.Of(address) ?? (address is { Length: > 0 } ? WebAddress.Of($"{place.WebUrl}/{address.TrimStart('/')}") : null);
}
