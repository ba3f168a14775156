using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Permissions in force, of the item itself or inherited.</summary>
internal static class PermissionResources
{
    public static GraphAnswer OfItem(GraphCall call, string drive, string id) => call.Page([.. EffectiveOn(call, call.Item(drive, id))]);

    public static GraphAnswer OfItem(GraphCall call, string drive, string id, string permission) =>
        GraphAnswer.Ok(EffectiveOn(call, call.Item(drive, id)).FirstOrDefault(p => p["id"]!.GetValue<string>() == permission) ?? throw GraphError.NotFound());

    public static GraphAnswer OfList(GraphCall call, string siteId, string listId)
    {
        GraphSite site = call.Site(siteId);
        _ = ListResources.One(call, siteId, listId);
        return call.Page([.. Shown(call, site.Grants, site, new JsonObject { ["path"] = "/" })]);
    }

    private static IEnumerable<JsonNode> EffectiveOn(GraphCall call, GraphItem item)
    {
        (ImmutableArray<GraphGrant> grants, GraphItem? from) = call.Tenant.GrantsOf(item);
        JsonObject? source = from?.Id == item.Id ? null : new JsonObject { ["driveId"] = item.DriveId, ["id"] = from?.Id ?? call.Tenant.Drives[item.DriveId].RootId, ["path"] = $"/drives/{item.DriveId}/root:" };
        return Shown(call, grants, call.Tenant.SiteOf(item), source);
    }

    public static GraphAnswer OfListItem(GraphCall call, string siteId, string listId, string id)
    {
        GraphSite site = call.Site(siteId);
        GraphListItem item = ListResources.Find(call, site, listId, id);
        return call.Page(Shown(call, item.Grants ?? site.Grants, site, item.Grants is null ? new JsonObject { ["path"] = "/" } : null));
    }

    public static GraphAnswer OfSite(GraphCall call, string siteId)
    {
        GraphSite site = call.Site(siteId);
        IEnumerable<GraphGrant> applications = site.Grants.Where(grant => grant.Kind == GraphGrantKind.Application);
        return call.Page(applications.Select((grant, i) => (JsonNode)new JsonObject
        {
            ["id"] = $"app{i}",
            ["roles"] = new JsonArray(grant.Role),
            ["grantedToIdentitiesV2"] = new JsonArray(new JsonObject { ["application"] = new JsonObject { ["id"] = grant.Principal, ["displayName"] = "Application" } }),
        }));
    }

    /// <summary>A user is shown what concerns that user only.</summary>
    private static IEnumerable<JsonNode> Shown(GraphCall call, IEnumerable<GraphGrant> grants, GraphSite site, JsonObject? inheritedFrom)
    {
        int number = 0;
        foreach (GraphGrant grant in grants.Where(grant => call.Caller.IsApplication || grant.Principal == call.Caller.UserId))
        {
            JsonObject json = Of(call.Tenant, grant, site);
            json["id"] = $"perm{++number}";
            if (inheritedFrom is not null)
            {
                json["inheritedFrom"] = inheritedFrom.DeepClone();
            }

            yield return json;
        }
    }

    private static JsonObject Of(GraphTenant tenant, GraphGrant grant, GraphSite site)
    {
        JsonObject json = new() { ["roles"] = new JsonArray(grant.Role) };
        if (grant.Expires is { } end)
        {
            json["expirationDateTime"] = GraphJsonWriter.Time(end);
        }

        if (grant.Kind == GraphGrantKind.Link)
        {
            json["link"] = new JsonObject { ["scope"] = grant.LinkScope, ["type"] = grant.Role == "write" ? "edit" : "view", ["webUrl"] = $"{site.WebUrl}/:b:/s/link" };
            json["hasPassword"] = grant.HasPassword;
            json["grantedToIdentitiesV2"] = new JsonArray([.. grant.Named.Select(user => (JsonNode)User(tenant, user))]);
            return json;
        }

        json["grantedToV2"] = grant.Kind switch
        {
            GraphGrantKind.User => User(tenant, grant.Principal),
            GraphGrantKind.Group => new JsonObject
            {
                ["group"] = new JsonObject { ["id"] = grant.Principal, ["displayName"] = tenant.Groups.GetValueOrDefault(grant.Principal)?.DisplayName },
                ["siteUser"] = new JsonObject { ["id"] = "8", ["loginName"] = $"c:0t.c|tenant|{grant.Principal}" },
            },
            GraphGrantKind.SiteGroup => new JsonObject { ["siteGroup"] = new JsonObject { ["id"] = grant.Principal, ["displayName"] = $"{site.Title} group {grant.Principal}", ["loginName"] = $"{site.Title} group {grant.Principal}" } },
            GraphGrantKind.Application => new JsonObject { ["application"] = new JsonObject { ["id"] = grant.Principal } },
            _ => new JsonObject { ["siteUser"] = new JsonObject { ["id"] = "9", ["displayName"] = "Claim", ["loginName"] = grant.Principal } },
        };
        return json;
    }

    private static JsonObject User(GraphTenant tenant, string id)
    {
        string? name = tenant.Users.GetValueOrDefault(id)?.UserPrincipalName;
        return new()
        {
            ["user"] = new JsonObject { ["id"] = id, ["displayName"] = tenant.Users.GetValueOrDefault(id)?.DisplayName, ["email"] = name },
            ["siteUser"] = new JsonObject { ["id"] = "7", ["loginName"] = $"i:0#.f|membership|{name}" },
        };
    }
}
