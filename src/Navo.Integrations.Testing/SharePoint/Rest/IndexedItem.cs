using System.Globalization;
using System.Text;
using Navo.Integrations.Testing.SharePoint.Kql;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>What the index knows of a file or folder, under the names of managed properties.</summary>
/// <remarks><see href="https://learn.microsoft.com/sharepoint/technical-reference/crawled-and-managed-properties-overview"/>.</remarks>
internal static class IndexedItem
{
    public static KqlDocument Of(GraphTenant tenant, GraphItem item)
    {
        string text = item.IsFolder ? string.Empty : item.Latest.Text ?? Encoding.UTF8.GetString(item.Latest.Bytes.AsSpan());
        string extension = item.IsFolder ? string.Empty : Path.GetExtension(item.Name).TrimStart('.').ToLowerInvariant();
        GraphUser? author = item.AuthorId is { } id ? tenant.Users.GetValueOrDefault(id) : null;
        GraphUser? editor = item.IsFolder ? author : tenant.Users.GetValueOrDefault(item.Latest.AuthorId);
        return new(text, new Dictionary<string, string>
        {
            ["title"] = Path.GetFileNameWithoutExtension(item.Name),
            ["filename"] = item.Name,
            ["filetype"] = extension,
            ["fileextension"] = extension,
            ["path"] = Uri.UnescapeDataString(GraphJsonWriter.WebUrl(tenant, item)),
            ["site"] = tenant.SiteOf(item).WebUrl,
            ["author"] = author?.DisplayName ?? string.Empty,
            ["authorowsuser"] = $"{author?.UserPrincipalName} | {author?.DisplayName}",
            ["modifiedby"] = editor?.DisplayName ?? string.Empty,
            ["editorowsuser"] = $"{editor?.UserPrincipalName} | {editor?.DisplayName}",
            ["size"] = (item.IsFolder ? 0 : item.Latest.Bytes.Length).ToString(CultureInfo.InvariantCulture),
            ["created"] = GraphJsonWriter.Time(item.Created),
            ["lastmodifiedtime"] = GraphJsonWriter.Time(item.Modified),
            ["isdocument"] = item.IsFolder ? "0" : "1",
            ["iscontainer"] = item.IsFolder ? "1" : "0",
            ["compliancetag"] = item.RetentionLabel ?? string.Empty,
            ["contenttype"] = item.IsFolder ? "Folder" : "Document",
        });
    }
}
