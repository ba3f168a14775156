using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The changes of a list that is no library.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/listitem-delta"/>.</remarks>
internal static class ListDeltaResource
{
    public static GraphAnswer Answer(GraphCall call, string siteId, string listId)
    {
        GraphList list = ListResources.List(call, call.Site(siteId), listId);
        bool withFields = call.Expands("fields");
        IEnumerable<DeltaEntry> there = list.Items.Where(item => ListResources.Sees(call, list, item))
            .Select(item => new DeltaEntry(item.Change, item.Modified, false, _ => ListResources.Json(call, list, item, withFields)));
        return DeltaFeed.Answer(call, there.Concat(list.Gone.Select(gone => new DeltaEntry(gone.Value, DateTimeOffset.MaxValue, true, _ => Gone(call, list, gone.Key)))));
    }

    private static JsonObject Gone(GraphCall call, GraphList list, int number) => call.Server.Quirks.ErrorsInPlaceOfDeletedListItems
        ? new()
        {
            ["error"] = new JsonObject
            {
                ["code"] = "InternalServerError",
                ["message"] = "Cannot write a deleted resource, link, deleted link, or nested delta resource set within a resource set; they must be written within a delta resource set.",
            },
        }
        : new()
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["parentReference"] = new JsonObject { ["siteId"] = list.SiteId },
            ["contentType"] = new JsonObject { ["id"] = "0x01", ["name"] = "Item" },
            ["deleted"] = new JsonObject { ["state"] = "deleted" },
        };
}
