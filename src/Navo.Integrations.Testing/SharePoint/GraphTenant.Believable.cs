using System.Collections.Immutable;
using System.Globalization;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphTenant
{
    private static readonly (string Topic, string Text)[] Topics =
    [
        ("Deployment process", "Every release is deployed from the main branch. The release manager signs it off, and the deployment is rolled out in three waves."),
        ("Incident handbook", "An incident has an owner, a timeline and a review. The first release after an incident is watched for an hour."),
        ("Onboarding guide", "New colleagues get an account on the first day, a buddy in the first week and their first release in the first month."),
        ("Travel policy", "Trips are booked in advance, receipts are handed in within a month, and the release of payments takes a week."),
        ("Architecture notes", "The service has a gateway, a queue and a store. Each release keeps the contracts of the one before."),
        ("Meeting minutes", "The team met, looked at the release plan and agreed on the next steps and their owners."),
    ];

    /// <summary>A tenant that a small company might have: 300 files and more in three sites, a team with private and shared channels, people, nested groups and broken inheritance.</summary>
    /// <param name="timeProvider">The clock; the system's if null.</param>
    /// <returns>The tenant.</returns>
    public static GraphTenant CreateBelievable(TimeProvider? timeProvider = null)
    {
        GraphTenant tenant = new(timeProvider);
        tenant.AddPeople();
        tenant.AddSites();
        tenant.AddLandmarks();
        tenant.AddTeam();
        tenant.AddListsAndPages();
        tenant.AddCorners();
        return tenant;
    }

    /// <summary>The id of a person of the believable tenant.</summary>
    /// <param name="name">The first name, for instance <c>ada</c>.</param>
    /// <returns>The object id.</returns>
    public static string Person(string name) => GraphIds.Guid($"user {name}");

    /// <summary>The id of a group of the believable tenant.</summary>
    /// <param name="name">Its name, for instance <c>engineering</c>.</param>
    /// <returns>The object id.</returns>
    public static string GroupId(string name) => GraphIds.Guid($"group {name}");

    /// <summary>The id of a site of the believable tenant.</summary>
    /// <param name="name">Its name, for instance <c>engineering</c>; <c>root</c> for the root site.</param>
    /// <returns>The id in Graph.</returns>
    public string SiteId(string name) => GraphIds.Site(Host, name);

    private void AddPeople()
    {
        foreach (string name in (string[])["ada", "ben", "cleo", "dan", "eve"])
        {
            Put(new GraphUser(Person(name), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name), $"{name}@contoso.example"));
        }

        Put(new GraphUser(Person("gus"), "Gus", "gus_partner.example#EXT#@contoso.example", IsGuest: true));
        Put(new GraphUser(Person("old"), "Old", "old@contoso.example", IsEnabled: false));
        Put(new GraphGroup(GroupId("platform"), "Platform", [Person("ada"), Person("cleo")]));
        Put(new GraphGroup(GroupId("engineering"), "Engineering", [GroupId("platform"), Person("ben")]));
        Put(new GraphGroup(GroupId("hr"), "HR", [Person("ada"), Person("eve")]));
        Put(new GraphGroup(GroupId("circle"), "Circle", [GroupId("circle two")]));
        Put(new GraphGroup(GroupId("circle two"), "Circle Two", [GroupId("circle"), Person("dan")]));
    }

    private void AddSites()
    {
        AddSite("root", string.Empty, Everyone());
        GraphItem engineering = AddSite("engineering", "/sites/engineering", Everyone(), new(GraphGrantKind.Group, GroupId("platform"), "owner"));
        GraphItem documentation = AddSite("documentation", "/sites/documentation", Everyone());
        GraphItem procedures = AddSite("procedures", "/teams/procedures", new(GraphGrantKind.Group, GroupId("engineering")), new(GraphGrantKind.Group, GroupId("hr"), "write"));
        string[] extensions = ["txt", "md", "html", "csv", "json"];
        int number = 0;
        foreach (GraphItem root in (GraphItem[])[engineering, documentation, procedures])
        {
            for (int folder = 1; folder <= 6; folder++)
            {
                GraphItem parent = AddFolder(root, $"Folder {folder}");
                for (int file = 1; file <= 18; file++)
                {
                    (string topic, string text) = Topics[++number % Topics.Length];
                    string extension = extensions[number % extensions.Length];
                    AddFile(parent, $"{topic} {number}.{extension}", TextOf(extension, topic, text, number), Person(number % 2 == 0 ? "ada" : "ben"));
                }
            }
        }
    }

    private void AddLandmarks()
    {
        GraphItem root = RootOf("engineering");
        AddFile(root, "Deployment process.md", "# Deployment process\n\nThe release manager deploys every release.\n\n## Rollback\n\nA release is rolled back within an hour.\n");
        AddFile(root, "Salary review notes.md", "# Salary review notes\n\nThe salary review notes are for people and culture only.\n", Person("eve"), new GraphGrant(GraphGrantKind.Group, GroupId("hr")));
        GraphItem board = AddFolder(root, "Board", new(GraphGrantKind.User, Person("eve"), "owner"), new(GraphGrantKind.SiteGroup, "5", "read"));
        AddFile(board, "Strategy.md", "# Strategy\n\nWhat the board decided.\n", Person("eve"));
        AddFile(root, "It's 100% #1 plan.txt", "A name with marks that addresses need escaped.");
        GraphSite site = Sites[SiteId("engineering")];
        Put(site with { Groups = site.Groups.SetItem("5", [Person("dan")]) });
    }

    private void AddTeam()
    {
        GraphItem files = AddSite("launch", "/sites/launch", new GraphGrant(GraphGrantKind.Group, GroupId("engineering"), "write"));
        GraphItem secret = AddSite("launch-secret", "/sites/launch-secret", new GraphGrant(GraphGrantKind.User, Person("ada"), "owner"), new GraphGrant(GraphGrantKind.User, Person("cleo"), "write"));
        GraphItem partners = AddSite("launch-partners", "/sites/launch-partners", new GraphGrant(GraphGrantKind.User, Person("ada"), "owner"), new GraphGrant(GraphGrantKind.User, Person("gus"), "write"));
        GraphItem general = AddFolder(files, "General");
        AddFile(general, "Launch plan.md", "# Launch plan\n\nThe launch is in spring.\n");
        AddFile(secret, "Pricing.md", "# Pricing\n\nOnly two people know.\n");
        AddFile(partners, "Contract.md", "# Contract\n\nWhat the partner signs.\n");
        Put(new GraphTeam(GroupId("engineering"), "Launch",
        [
            new("19:general@thread.tacv2", "General", "standard", general.Id, [Person("ada"), Person("ben"), Person("cleo")]),
            new("19:secret@thread.tacv2", "Secret", "private", secret.Id, [Person("ada"), Person("cleo")]),
            new("19:partners@thread.tacv2", "Partners", "shared", partners.Id, [Person("ada"), Person("gus")]),
        ]));
    }

    private void AddListsAndPages()
    {
        string site = SiteId("engineering");
        ImmutableDictionary<string, string> Fields(string title, string status) => ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["Title"] = $"\"{title}\"",
            ["Status"] = $"\"{status}\"",
            ["Project"] = """{"LookupId":3,"LookupValue":"Gateway"}""",
            ["Owner"] = """[{"LookupId":7,"LookupValue":"Ada","Email":"ada@contoso.example"}]""",
            ["Topic"] = """{"Label":"Release","TermGuid":"0d1f5c5e-0000-0000-0000-000000000000","WssId":1}""",
            ["Attachments"] = "true",
        });
        Put(new GraphList(GraphIds.Guid("list risks"), site, "Risks")
        {
            Columns = [("Title", "Title", "text"), ("Status", "State", "choice"), ("Project", "Project", "lookup"), ("Owner", "Owner", "personOrGroup"), ("Topic", "Topic", "term")],
            Items =
            [
                new(1, GraphIds.Guid("risk 1"), Fields("The queue is full", "Open")),
                new(2, GraphIds.Guid("risk 2"), Fields("The key expires", "Closed")) { Grants = [new GraphGrant(GraphGrantKind.Group, GroupId("hr"))] },
            ],
        });
        string page = GraphIds.Guid("page welcome");
        Put(new GraphPage(page, site, "Welcome", """{"horizontalSections":[{"layout":"twoColumns","columns":[{"width":6,"webparts":[{"@odata.type":"#microsoft.graph.textWebPart","id":"1","innerHtml":"<h2>Start here</h2><p>Read the <b>handbook</b>.</p>"}]},{"width":6,"webparts":[{"@odata.type":"#microsoft.graph.standardWebPart","id":"2","webPartType":"quicklinks","data":{"title":"Links","serverProcessedContent":{"searchablePlainTexts":[{"key":"items[0].title","value":"Runbook"}],"links":[{"key":"items[0].url","value":"https://contoso.sharepoint.com/sites/engineering/runbook"}]}}}]}]}],"verticalSection":{"webparts":[{"@odata.type":"#microsoft.graph.textWebPart","id":"3","innerHtml":"<p>Beside the rest.</p>"}]}}"""));
        Put(new GraphList(GraphIds.Guid("list pages"), site, "Site Pages", "webPageLibrary") { Items = [new(1, page, ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["Title"] = "\"Welcome\"" }))] });
    }

    private GraphGrant Everyone() => new(GraphGrantKind.Claim, EveryoneExceptExternalUsers);

    private static string TextOf(string extension, string topic, string text, int number) => extension switch
    {
        "md" => $"# {topic}\n\n{text}\n",
        "html" => $"<html><body><h1>{topic}</h1><p>{text}</p></body></html>",
        "csv" => $"number,topic,text\n{number},{topic},\"{text}\"\n",
        "json" => $$"""{"number":{{number}},"topic":"{{topic}}","text":"{{text}}"}""",
        _ => $"{topic}\n\n{text}\n",
    };
}
