using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphTenant
{
    /// <summary>What real tenants have beside their team sites: a subsite, a Word file, links.</summary>
    private void AddCorners()
    {
        GraphItem documentation = RootOf("documentation");
        AddWordFile(documentation, "Employee handbook.docx", "Employee handbook", "Everybody gets thirty days of holiday.", "Expenses are paid back within a month.");
        AddLinks(documentation);
        AddSubsite();
    }

    private void AddWordFile(GraphItem parent, string name, string heading, params string[] paragraphs)
    {
        GraphItem file = AddFile(parent, name, string.Empty);
        string text = string.Join('\n', [heading, .. paragraphs]);
        Put(file with { Versions = [file.Latest with { Bytes = WordFile.Of(heading, paragraphs), Text = text }] });
    }

    /// <summary>Files that nobody but their owner may read but for a link: of the organization, for anybody, and for one who is named until it ends.</summary>
    private void AddLinks(GraphItem parent)
    {
        GraphGrant owner = new(GraphGrantKind.User, Person("eve"), "owner");
        GraphGrant link = new(GraphGrantKind.Link, "link");
        AddFile(parent, "Shared with the organization.txt", "Whoever of the company has the link.", Person("eve"), owner, link with { LinkScope = "organization" });
        AddFile(parent, "Shared with anybody.txt", "Whoever has the link.", Person("eve"), owner, link with { LinkScope = "anonymous" });
        AddFile(parent, "Shared for a week.txt", "Dan, for a week.", Person("eve"), owner, link with { LinkScope = "users", Named = [Person("dan")], Expires = TimeProvider.GetUtcNow().AddDays(7) });
    }

    private void AddSubsite()
    {
        GraphSite parent = Sites[SiteId("documentation")];
        GraphSite site = new(GraphIds.Site(Host, "documentation", "archive"), $"{parent.WebUrl}/archive", "Archive") { ParentId = parent.Id, Grants = parent.Grants };
        Put(site);
        AddFile(AddLibrary(site, "Documents"), "Old guide.md", "# Old guide\n\nHow it was done before.\n");
    }

    private GraphItem RootOf(string site) => Items[Drives.Values.Single(drive => drive.SiteId == SiteId(site)).RootId];
}
