using System.Collections.Immutable;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>What a <see cref="GraphSimulator"/> serves: a tenant with its directory, sites, libraries and teams. Changes show in the next answer. Safe for concurrent use.</summary>
/// <param name="timeProvider">The clock of changes; the system's if null.</param>
public sealed partial class GraphTenant(TimeProvider? timeProvider = null)
{
    private readonly Lock _gate = new();
    private long _changes;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; } = timeProvider ?? TimeProvider.System;

    /// <summary>The id of the tenant.</summary>
    public string TenantId { get; } = GraphIds.Guid("tenant");

    /// <summary>The host of the tenant's sites.</summary>
    public string Host { get; init; } = "contoso.sharepoint.com";

    /// <summary>The users by id.</summary>
    public ImmutableDictionary<string, GraphUser> Users { get; private set; } = ImmutableDictionary<string, GraphUser>.Empty;

    /// <summary>The groups by id.</summary>
    public ImmutableDictionary<string, GraphGroup> Groups { get; private set; } = ImmutableDictionary<string, GraphGroup>.Empty;

    /// <summary>The sites by id.</summary>
    public ImmutableDictionary<string, GraphSite> Sites { get; private set; } = ImmutableDictionary<string, GraphSite>.Empty;

    /// <summary>The libraries by id.</summary>
    public ImmutableDictionary<string, GraphDrive> Drives { get; private set; } = ImmutableDictionary<string, GraphDrive>.Empty;

    /// <summary>The files and folders by id, those that are gone included.</summary>
    public ImmutableDictionary<string, GraphItem> Items { get; private set; } = ImmutableDictionary<string, GraphItem>.Empty;

    /// <summary>The lists by id.</summary>
    public ImmutableDictionary<string, GraphList> Lists { get; private set; } = ImmutableDictionary<string, GraphList>.Empty;

    /// <summary>The pages by id.</summary>
    public ImmutableDictionary<string, GraphPage> Pages { get; private set; } = ImmutableDictionary<string, GraphPage>.Empty;

    /// <summary>The teams by id.</summary>
    public ImmutableDictionary<string, GraphTeam> Teams { get; private set; } = ImmutableDictionary<string, GraphTeam>.Empty;

    /// <summary>Counts the changes of items and sites so far.</summary>
    public long Changes => Volatile.Read(ref _changes);

    /// <summary>Adds or replaces a user.</summary>
    /// <param name="user">The user.</param>
    public void Put(GraphUser user) => Locked(() => Users = Users.SetItem(user.Id, user));

    /// <summary>Adds or replaces a group.</summary>
    /// <param name="group">The group.</param>
    public void Put(GraphGroup group) => Locked(() => Groups = Groups.SetItem(group.Id, group));

    /// <summary>Deletes a group, which then belongs to no other either. Does nothing if there is none with this id.</summary>
    /// <param name="id">The group.</param>
    public void RemoveGroup(string id) => Locked(() => Groups = Groups.Remove(id).ToImmutableDictionary(pair => pair.Key, pair => pair.Value with { Members = pair.Value.Members.Remove(id) }));

    /// <summary>Adds or replaces a site.</summary>
    /// <param name="site">The site.</param>
    public void Put(GraphSite site) => Locked(() => Sites = Sites.SetItem(site.Id, site with { Change = ++_changes }));

    /// <summary>Adds or replaces a library; its root folder must be put too.</summary>
    /// <param name="drive">The library.</param>
    public void Put(GraphDrive drive) => Locked(() => Drives = Drives.SetItem(drive.Id, drive));

    /// <summary>Adds or replaces a page.</summary>
    /// <param name="page">The page.</param>
    public void Put(GraphPage page) => Locked(() => Pages = Pages.SetItem(page.Id, page));

    /// <summary>Adds or replaces a team.</summary>
    /// <param name="team">The team.</param>
    public void Put(GraphTeam team) => Locked(() => Teams = Teams.SetItem(team.Id, team));

    /// <summary>Adds or replaces a file or folder; it counts as a change.</summary>
    /// <param name="item">The item.</param>
    public void Put(GraphItem item) => Locked(() =>
    {
        bool isSharedAnew = Items.TryGetValue(item.Id, out GraphItem? before) && before.Grants != item.Grants;
        bool isOnlyShared = isSharedAnew && before! with { Grants = item.Grants, Change = item.Change } == item;
        Items = Items.SetItem(item.Id, item with
        {
            Change = ++_changes,
            ContentChange = isOnlyShared ? item.ContentChange : _changes,
            SharingChange = isSharedAnew ? _changes : item.SharingChange,
        });
    });

    /// <summary>Saves a new version of a file.</summary>
    /// <param name="itemId">The file.</param>
    /// <param name="authorId">Who saves it.</param>
    /// <param name="text">The text.</param>
    public void Save(string itemId, string authorId, string text)
    {
        GraphItem item = Items[itemId];
        DateTimeOffset now = TimeProvider.GetUtcNow();
        Put(item with { Modified = now, Versions = item.Versions.Add(new([.. System.Text.Encoding.UTF8.GetBytes(text)], now, authorId)) });
    }

    /// <summary>Gives an item permissions of its own.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="grants">The permissions; null to inherit again.</param>
    public void Share(string itemId, params GraphGrant[]? grants) => Put(Items[itemId] with { Grants = grants is null ? null : [.. grants] });

    /// <summary>Moves a file or folder with all that it holds. Within its library it stays what it is; in another one it is another item, and here it is gone.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="folder">The folder that it is to lie in.</param>
    /// <returns>The item where it is now.</returns>
    public GraphItem Move(string itemId, GraphItem folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        GraphItem item = Items[itemId];
        if (item.DriveId == folder.DriveId)
        {
            Put(item with { ParentId = folder.Id });
            return Items[itemId];
        }

        GraphItem moved = item with { Id = NewId(folder, item.Name), DriveId = folder.DriveId, ParentId = folder.Id };
        Put(moved);
        foreach (GraphItem below in Items.Values.Where(below => below.ParentId == itemId && !below.IsDeleted).ToArray())
        {
            Move(below.Id, moved);
        }

        Delete(itemId);
        return Items[moved.Id];
    }

    /// <summary>Deletes a file or folder with all that it holds.</summary>
    /// <param name="itemId">The item.</param>
    public void Delete(string itemId)
    {
        foreach (GraphItem below in Items.Values.Where(item => item.ParentId == itemId && !item.IsDeleted).ToArray())
        {
            Delete(below.Id);
        }

        Put(Items[itemId] with { IsDeleted = true, Modified = TimeProvider.GetUtcNow() });
    }

    /// <summary>The one file or folder of this name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The item.</returns>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public GraphItem Find(string name) => Items.Values.Single(item => item.Name == name && !item.IsDeleted);

    private void Locked(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }
}
