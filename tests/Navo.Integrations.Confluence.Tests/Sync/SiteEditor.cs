using System.Collections.Immutable;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>Makes two empty spaces and does to them what people do.</summary>
internal sealed class SiteEditor(ConfluenceSite site)
{
    private long _last;

    private string Author => site.State.Users.Values.First(user => user.IsAdministrator).AccountId;

    private IEnumerable<SimulatedContent> Items => site.State.Contents.Values.Where(content => content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost && content.Status is "current" or "archived");

    public void Clear()
    {
        _last = 1000;
        site.Change(state => state with { Contents = ImmutableSortedDictionary<long, SimulatedContent>.Empty, Spaces = state.Spaces.Clear() });
        site.Put(Space(501, "AAA"));
        site.Put(Space(502, "BBB"));
    }

    public long Page(string title, long? parent = null, string space = "AAA", SimulatedContentType type = SimulatedContentType.Page, string status = "current")
    {
        site.Put(new SimulatedContent { Id = ++_last, Type = type, SpaceKey = space, ParentId = parent, Status = status, Versions = [new(1, site.TimeProvider.GetUtcNow(), Author, title, "<p>text</p>")] });
        return _last;
    }

    public long Post(string title, string space = "AAA") => Page(title, null, space, SimulatedContentType.BlogPost);

    public long Attach(long item, SimulatedContentType type = SimulatedContentType.Attachment)
    {
        site.Put(new SimulatedContent
        {
            Id = ++_last,
            Type = type,
            SpaceKey = site.State.Contents[item].SpaceKey,
            ParentId = item,
            Versions = [new(1, site.TimeProvider.GetUtcNow(), Author, $"part {_last}", "<p>part</p>")],
            File = type == SimulatedContentType.Attachment ? new("text/plain", [1, 2, 3]) : null,
        });
        return _last;
    }

    public void Edit(long id, string? title = null) => site.Edit(id, Author, "<p>other</p>", title);

    /// <summary>Gives a page a body that shows another, or the excerpt of it.</summary>
    public void Include(long id, string title, string? space = null, string macro = "include")
    {
        string where = space is null ? string.Empty : $" ri:space-key=\"{space}\"";
        site.Edit(id, Author, $"<ac:structured-macro ac:name=\"{macro}\"><ac:parameter ac:name=\"\"><ac:link><ri:page{where} ri:content-title=\"{title}\" /></ac:link></ac:parameter></ac:structured-macro>");
    }

    public void Move(long id, long? parent) => Put(id, content => content with { ParentId = parent });

    /// <summary>To the bin, with what hangs on it; what stood below it moves up, as in the product.</summary>
    public void Trash(long id)
    {
        Up(id);
        Put(id, content => content with { Status = "trashed" });
        ForParts(id, part => part with { Status = "trashed" });
    }

    public void Archive(long id)
    {
        Up(id);
        Put(id, content => content with { Status = "archived" });
    }

    public void Restore(long id)
    {
        Put(id, content => content with { Status = "current", ParentId = null });
        ForParts(id, part => part with { Status = "current" });
    }

    public void ToSpace(long id, string space)
    {
        Up(id);
        Put(id, content => content with { SpaceKey = space, ParentId = null });
        ForParts(id, part => part with { SpaceKey = space });
    }

    public void Purge(long id)
    {
        Up(id);
        foreach (SimulatedContent part in Parts(id))
        {
            site.Remove(part.Id);
        }

        site.Remove(id);
    }

    /// <summary>Something happens.</summary>
    public void Mutate(Random random)
    {
        SimulatedContent[] items = [.. Items];
        SimulatedContent? any = items.Length == 0 ? null : items[random.Next(items.Length)];
        bool isPage = any is { Type: SimulatedContentType.Page, Status: "current" };
        switch (random.Next(12))
        {
            case 0 or 1:
                string space = random.Next(2) == 0 ? "AAA" : "BBB";
                Page($"new {_last}", items.FirstOrDefault(item => item.SpaceKey == space && item.Type == SimulatedContentType.Page && item.Status == "current" && random.Next(2) == 0)?.Id, space);
                break;
            case 2:
                Post($"post {_last}", random.Next(2) == 0 ? "AAA" : "BBB");
                break;
            case 3 when any is not null:
                Trash(any.Id);
                break;
            case 4 when isPage:
                Archive(any!.Id);
                break;
            case 5 when site.State.Contents.Values.FirstOrDefault(content => content.Status == "trashed" && content.File is null && content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost && content.Status == "trashed") is { } trashed:
                Restore(trashed.Id);
                break;
            case 6 when isPage:
                long[] parents = [.. items.Where(item => item.SpaceKey == any!.SpaceKey && item is { Type: SimulatedContentType.Page, Status: "current" } && !IsWithin(item, any.Id)).Select(item => item.Id)];
                Move(any!.Id, parents.Length == 0 ? null : parents[random.Next(parents.Length)]);
                break;
            case 7 when isPage:
                ToSpace(any!.Id, random.Next(2) == 0 ? "AAA" : "BBB");
                break;
            case 8 when any is not null:
                Attach(any.Id, random.Next(2) == 0 ? SimulatedContentType.Attachment : SimulatedContentType.Comment);
                break;
            case 9 when any is not null:
                Purge(any.Id);
                break;
            case 10 when any is not null:
                Edit(any.Id, $"title {random.Next(100)}");
                break;
            default:
                if (any is not null)
                {
                    Edit(any.Id);
                }

                break;
        }
    }

    private IEnumerable<SimulatedContent> Parts(long id) =>
        [.. site.State.Contents.Values.Where(content => content.ParentId == id && content.Type is SimulatedContentType.Attachment or SimulatedContentType.Comment && content.ParentId == id)];

    private bool IsWithin(SimulatedContent content, long top) => content.Id == top || new SiteAccess(site.State).Ancestors(content).Any(above => above.Id == top);

    private void Up(long id)
    {
        long? parent = site.State.Contents[id].ParentId;
        foreach (SimulatedContent child in site.State.Contents.Values.Where(content => content.ParentId == id && content.IsNode).ToArray())
        {
            Move(child.Id, parent);
        }
    }

    private void ForParts(long id, Func<SimulatedContent, SimulatedContent> change)
    {
        foreach (SimulatedContent part in Parts(id))
        {
            Put(part.Id, change);
        }
    }

    private void Put(long id, Func<SimulatedContent, SimulatedContent> change) => site.Put(change(site.State.Contents[id]));

    private SimulatedSpace Space(long id, string key) => new()
    {
        Id = id,
        Key = key,
        Name = $"Space {key}",
        Grants = [new(SpacePrincipalKind.User, Author), new(SpacePrincipalKind.User, Author, "administer")],
    };
}
