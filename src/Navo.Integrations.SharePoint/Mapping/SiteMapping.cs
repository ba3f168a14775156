using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Sites, libraries and lists.</summary>
internal static class SiteMapping
{
    public static SharePointSite ToSite(SiteDto dto)
    {
        SitePlace place = SharePointSites.Place(dto);
        Uri address = WebAddress.Of(place.WebUrl) ?? throw new ProtocolException("The address of a site is none.");
        return new()
        {
            Id = new SiteAddress(place.Id).Id,
            SiteId = place.Id,
            Title = place.Name ?? address.Host,
            Description = dto.Description is { Length: > 0 } text ? text : null,
            WebAddress = address,
            Kind = KindOf(address, dto.IsPersonalSite is true),
            IsTop = dto.Root is not null,
            DataLocation = dto.SiteCollection?.DataLocationCode,
            Created = dto.CreatedDateTime,
            Modified = dto.LastModifiedDateTime,
        };
    }

    public static ContentMetadata ToMetadata(SitePlace place, SiteDto dto, IntegrationName source) => new()
    {
        Id = new SiteAddress(place.Id).Id,
        Source = source,
        Title = place.Name ?? place.WebUrl,
        Kind = ContentKind.Other,
        Status = ContentStatus.Current,
        Container = place.ToContainer(),
        Created = dto.CreatedDateTime,
        Modified = dto.LastModifiedDateTime,
        Version = dto.LastModifiedDateTime?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "0",
        WebAddress = WebAddress.Of(place.WebUrl),
    };

    public static SharePointLibrary ToLibrary(DriveDto dto, SitePlace place) => new()
    {
        LibraryId = Required.Member(dto.Id, "id"),
        Title = dto.Name ?? string.Empty,
        Description = dto.Description is { Length: > 0 } text ? text : null,
        Site = place.ToContainer(),
        IsOneDrive = dto.DriveType is "business" or "personal",
        IsSystem = dto.System is not null,
        Owner = PersonMapping.ToPerson(dto.Owner),
        Modified = dto.LastModifiedDateTime,
        WebAddress = WebAddress.Of(dto.WebUrl),
    };

    public static SharePointList ToList(ListDto dto, string siteId, SitePlace place) => new()
    {
        ListId = Required.Member(dto.Id, "id").ToLowerInvariant(),
        SiteId = siteId,
        Title = dto.DisplayName ?? dto.Name ?? string.Empty,
        Description = dto.Description is { Length: > 0 } text ? text : null,
        Site = place.ToContainer(),
        Template = dto.List?.Template,
        IsHidden = dto.List?.Hidden is true || dto.System is not null,
        Modified = dto.LastModifiedDateTime,
        WebAddress = WebAddress.Of(dto.WebUrl),
    };

    private static SharePointSiteKind KindOf(Uri address, bool isPersonal) => address.Segments.ElementAtOrDefault(1)?.TrimEnd('/').ToLowerInvariant() switch
    {
        "contentstorage" => SharePointSiteKind.Container,
        "personal" => SharePointSiteKind.Personal,
        _ when isPersonal => SharePointSiteKind.Personal,
        "teams" => SharePointSiteKind.TeamSite,
        "sites" => SharePointSiteKind.Site,
        _ => SharePointSiteKind.Other,
    };
}
