using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>What happened between two states of a site, as Data Center's events.</summary>
/// <remarks><see href="https://confluence.atlassian.com/doc/managing-webhooks-1021225606.html"/>.</remarks>
internal static class SiteEvents
{
    public static IEnumerable<SimulatedEvent> Between(SiteState before, SiteState after)
    {
        IEnumerable<SimulatedEvent> contents = before.Contents.Keys.Union(after.Contents.Keys).SelectMany(id => OfContent(before.Contents.GetValueOrDefault(id), after.Contents.GetValueOrDefault(id)));
        IEnumerable<SimulatedEvent> spaces = before.Spaces.Keys.Union(after.Spaces.Keys).SelectMany(key => OfSpace(before.Spaces.GetValueOrDefault(key), after.Spaces.GetValueOrDefault(key)));
        IEnumerable<SimulatedEvent> groups = before.Groups.Keys.Except(after.Groups.Keys).Select(id => OfGroup("group_removed", before.Groups[id]))
            .Concat(after.Groups.Keys.Except(before.Groups.Keys).Select(id => OfGroup("group_created", after.Groups[id])));
        return contents.Concat(spaces).Concat(groups);
    }

    private static IEnumerable<SimulatedEvent> OfContent(SimulatedContent? before, SimulatedContent? after)
    {
        SimulatedContent content = (after ?? before)!;
        return KindOf(content) is not { } kind ? []
            : before is null || after is null ? [Of(kind, before is null ? "created" : "removed", content)]
            : OfChange(kind, before, after);
    }

    private static IEnumerable<SimulatedEvent> OfChange(string kind, SimulatedContent before, SimulatedContent after)
    {
        if (before.Status != after.Status && (before.Status == "trashed" || after.Status == "trashed"))
        {
            yield return Of(kind, after.Status == "trashed" ? "trashed" : "restored", after);
        }

        if (before.Versions.Length != after.Versions.Length)
        {
            yield return Of(kind, "updated", after);
        }

        if (before.SpaceKey != after.SpaceKey || before.ParentId != after.ParentId)
        {
            yield return Of(kind, "moved", after);
        }

        if (before.ReadRestriction != after.ReadRestriction)
        {
            yield return new("content_permissions_updated", kind, Json(after));
        }

        if (!before.Labels.SequenceEqual(after.Labels))
        {
            yield return new(after.Labels.Length < before.Labels.Length ? "label_removed" : "label_added", kind, Json(after));
        }
    }

    private static IEnumerable<SimulatedEvent> OfSpace(SimulatedSpace? before, SimulatedSpace? after)
    {
        SimulatedSpace space = (after ?? before)!;
        string? name = before is null ? "space_created" : after is null ? "space_removed" : before.Grants != after.Grants ? "space_permissions_updated" : before != after ? "space_updated" : null;
        if (name is not null)
        {
            yield return new(name, "space", new() { ["key"] = space.Key, ["id"] = space.Id, ["title"] = space.Name });
        }
    }

    private static SimulatedEvent OfGroup(string name, SimulatedGroup group) => new(name, "group", new() { ["groupName"] = group.Name });

    private static SimulatedEvent Of(string kind, string what, SimulatedContent content) => new($"{kind}_{what}", kind, Json(content));

    private static JsonObject Json(SimulatedContent content) =>
        new() { ["id"] = content.Id, ["spaceKey"] = content.SpaceKey, ["title"] = content.Title, ["version"] = content.Latest.Number };

    private static string? KindOf(SimulatedContent content) => content.Type switch
    {
        SimulatedContentType.Page => "page",
        SimulatedContentType.BlogPost => "blog",
        SimulatedContentType.Attachment => "attachment",
        SimulatedContentType.Comment => "comment",
        _ => null,
    };
}
