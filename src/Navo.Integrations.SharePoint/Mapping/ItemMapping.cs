using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Items of drives.</summary>
internal static class ItemMapping
{
    private static readonly string[] LabelColumns = ["_DisplayName", "_ComplianceTag"];

    public static SharePointItem ToItem(DriveItemDto dto, string driveId, SitePlace place, IReadOnlyList<ColumnDto>? columns = null)
    {
        string id = Required.Member(dto.Id, "id");
        return new()
        {
            Id = new DriveItemAddress(driveId, id).Id,
            Name = dto.Root is not null ? string.Empty : Required.Member(dto.Name, "name"),
            Kind = KindOf(dto),
            Site = place.ToContainer(),
            LibraryId = driveId,
            FolderPath = PathOf(dto.ParentReference?.Path),
            Parent = dto.Root is null && dto.ParentReference?.Id is { Length: > 0 } parent ? new DriveItemAddress(driveId, parent).Id : null,
            Size = dto.Size,
            MediaType = dto.File?.MimeType,
            WebAddress = Mapping.WebAddress.Of(dto.WebUrl),
            Created = dto.CreatedDateTime,
            Modified = dto.LastModifiedDateTime,
            Author = PersonMapping.ToPerson(dto.CreatedBy),
            Editor = PersonMapping.ToPerson(dto.LastModifiedBy),
            CheckedOutBy = PersonMapping.ToPerson(dto.Publication?.CheckedOutBy),
            ContentTag = dto.CTag?.Trim('"'),
            EntityTag = dto.ETag?.Trim('"'),
            QuickXorHash = dto.File?.Hashes?.QuickXorHash,
            IsMalware = dto.Malware is not null,
            ContentType = dto.ListItem?.ContentType?.Name,
            Columns = dto.ListItem?.Fields is { } fields ? ColumnMapping.ToValues(fields, columns ?? []) : [],
            SensitivityLabel = Label(dto, LabelColumns[0]),
            RetentionLabel = dto.RetentionLabel?.Name ?? Label(dto, LabelColumns[1]),
        };
    }

    public static ContentMetadata ToMetadata(SharePointItem item, IntegrationName source, string version, IReadOnlyList<ContentAncestor> ancestors) => new()
    {
        Id = item.Id,
        Source = source,
        Title = item.Name,
        Kind = item.Kind switch
        {
            SharePointItemKind.Folder => ContentKind.Folder,
            SharePointItemKind.File => ContentKind.Document,
            _ => ContentKind.Other,
        },
        Status = ContentStatus.Current,
        Container = item.Site,
        Author = item.Author,
        Editor = item.Editor,
        Created = item.Created,
        Modified = item.Modified,
        Version = version,
        Labels = [.. ((string?[])[item.SensitivityLabel, item.RetentionLabel]).OfType<string>()],
        Ancestors = ancestors,
        WebAddress = item.WebAddress,
    };

    /// <summary>The state of an item where versions are not tracked.</summary>
    public static string StateOf(SharePointItem item) => item.ContentTag ?? item.EntityTag ?? item.Modified?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "0";

    private static SharePointItemKind KindOf(DriveItemDto dto) => dto switch
    {
        { RemoteItem: not null } => SharePointItemKind.Shortcut,
        { Package: not null } => SharePointItemKind.Package,
        { Folder: not null } or { Root: not null } => SharePointItemKind.Folder,
        _ => SharePointItemKind.File,
    };

    /// <summary>The folders of a path such as <c>/drives/b!x/root:/A/B%20C</c>.</summary>
    private static string? PathOf(string? path)
    {
        int colon = path?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return path is null ? null : colon < 0 ? string.Empty : Uri.UnescapeDataString(path[(colon + 1)..]).Trim('/');
    }

    private static string? Label(DriveItemDto dto, string column) =>
        dto.ListItem?.Fields is { } fields && fields.TryGetValue(column, out System.Text.Json.JsonElement value) && JsonText.Of(value) is { Length: > 0 } label
            ? label
            : null;
}
