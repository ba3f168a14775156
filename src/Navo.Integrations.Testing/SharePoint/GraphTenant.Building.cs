using System.Globalization;
using System.Text;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphTenant
{
    /// <summary>Adds a site with one library, and everyone but guests as readers.</summary>
    /// <param name="name">The name within its address.</param>
    /// <param name="path">The path of its address, empty for the root site.</param>
    /// <param name="grants">Who may read it.</param>
    /// <returns>The library's root folder.</returns>
    public GraphItem AddSite(string name, string path, params GraphGrant[] grants)
    {
        GraphSite site = new(SiteId(name), $"https://{Host}{path}", CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name)) { Grants = [.. grants] };
        Put(site);
        return AddLibrary(site, "Documents");
    }

    /// <summary>Adds a library to a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="title">Its name.</param>
    /// <returns>Its root folder.</returns>
    public GraphItem AddLibrary(GraphSite site, string title)
    {
        ArgumentNullException.ThrowIfNull(site);
        string key = $"{site.WebUrl} {title}";
        GraphDrive drive = new(GraphIds.Drive(key), site.Id, title, GraphIds.Guid($"list {key}"), GraphIds.Item($"root {key}"));
        Put(drive);
        GraphItem root = new(drive.RootId, drive.Id, null, "root") { Created = TimeProvider.GetUtcNow().AddDays(-900), Modified = TimeProvider.GetUtcNow().AddDays(-300) };
        Put(root);
        return root;
    }

    /// <summary>Adds a folder.</summary>
    /// <param name="parent">The folder above.</param>
    /// <param name="name">The name.</param>
    /// <param name="grants">Permissions of its own; none to inherit.</param>
    /// <returns>The folder.</returns>
    public GraphItem AddFolder(GraphItem parent, string name, params GraphGrant[] grants)
    {
        ArgumentNullException.ThrowIfNull(parent);
        GraphItem folder = new(NewId(parent, name), parent.DriveId, parent.Id, name)
        {
            Grants = grants.Length > 0 ? [.. grants] : null,
            ListItemId = Items.Count + 1,
            Created = TimeProvider.GetUtcNow().AddDays(-600),
            Modified = TimeProvider.GetUtcNow().AddDays(-100),
        };
        Put(folder);
        return folder;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="parent">The folder above.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="authorId">Who wrote it; null for Ada.</param>
    /// <param name="grants">Permissions of its own; none to inherit.</param>
    /// <returns>The file.</returns>
    public GraphItem AddFile(GraphItem parent, string name, string text, string? authorId = null, params GraphGrant[] grants)
    {
        ArgumentNullException.ThrowIfNull(parent);
        string author = authorId ?? Person("ada");
        DateTimeOffset saved = TimeProvider.GetUtcNow().AddDays(-(Items.Count % 400) - 1);
        GraphItem file = new(NewId(parent, name), parent.DriveId, parent.Id, name)
        {
            Grants = grants.Length > 0 ? [.. grants] : null,
            Versions = [new GraphVersion([.. Encoding.UTF8.GetBytes(text)], saved, author)],
            AuthorId = author,
            ListItemId = Items.Count + 1,
            Created = saved,
            Modified = saved,
        };
        Put(file);
        return file;
    }

    /// <summary>The id of a new item: another one than that of any before of the same name.</summary>
    private string NewId(GraphItem parent, string name)
    {
        string key = $"{parent.Id}/{name}", id = GraphIds.Item(key);
        for (int again = 2; Items.ContainsKey(id); again++)
        {
            id = GraphIds.Item(string.Create(CultureInfo.InvariantCulture, $"{key} {again}"));
        }

        return id;
    }
}
