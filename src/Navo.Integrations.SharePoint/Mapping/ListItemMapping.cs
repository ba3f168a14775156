using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Items of lists: what they are called, and their columns as a document.</summary>
internal static class ListItemMapping
{
    public static SharePointListItem ToItem(ListItemDto dto, string siteId, string listId, SitePlace place, IReadOnlyList<ColumnDto> columns)
    {
        string id = Required.Member(dto.Id, "id");
        return new()
        {
            Id = new ListItemAddress(siteId, listId, id).Id,
            Title = Title(dto) ?? $"#{id}",
            Site = place.ToContainer(),
            ListId = listId,
            ContentType = dto.ContentType?.Name,
            Columns = dto.Fields is { } fields ? ColumnMapping.ToValues(fields, columns) : [],
            HasAttachments = dto.Fields?.TryGetValue("Attachments", out JsonElement has) is true && has.ValueKind == JsonValueKind.True,
            Author = PersonMapping.ToPerson(dto.CreatedBy),
            Editor = PersonMapping.ToPerson(dto.LastModifiedBy),
            Created = dto.CreatedDateTime,
            Modified = dto.LastModifiedDateTime,
            EntityTag = dto.ETag?.Trim('"'),
            WebAddress = WebAddress.Of(dto.WebUrl),
        };
    }

    public static ContentMetadata ToMetadata(SharePointListItem item, IntegrationName source) => new()
    {
        Id = item.Id,
        Source = source,
        Title = item.Title,
        Kind = ContentKind.Other,
        Status = ContentStatus.Current,
        Container = item.Site,
        Author = item.Author,
        Editor = item.Editor,
        Created = item.Created,
        Modified = item.Modified,
        Version = item.EntityTag ?? item.Modified?.ToString("O", CultureInfo.InvariantCulture) ?? "0",
        WebAddress = item.WebAddress,
    };

    /// <summary>A heading and a table of the columns.</summary>
    public static string ToHtml(SharePointListItem item)
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<html><body><h1>{WebUtility.HtmlEncode(item.Title)}</h1><table>");
        foreach (ColumnValue column in item.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th>{WebUtility.HtmlEncode(column.Title)}</th><td>{string.Join("<br>", column.Texts.Select(WebUtility.HtmlEncode))}</td></tr>");
        }

        return html.Append("</table></body></html>").ToString();
    }

    private static string? Title(ListItemDto dto) =>
        dto.Fields?.TryGetValue("Title", out JsonElement title) is true && JsonText.Of(title) is { Length: > 0 } text ? text : null;
}
