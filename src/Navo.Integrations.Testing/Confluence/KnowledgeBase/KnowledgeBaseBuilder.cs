using System.Text;
using System.Text.Json;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.KnowledgeBase;

/// <summary>Builds the demo company's site from its embedded files.</summary>
internal static class KnowledgeBaseBuilder
{
    private const long FirstContentId = 1_310_721;
    private const int DaysBetweenVersions = 60;
    private const string ResourcePrefix = "KnowledgeBase.";
    private static readonly string[] SpaceKeys = ["ENG", "DOCS", "RUNBOOKS", "ONBOARDING"];
    private static readonly string[] SpaceNames = ["Engineering", "Product Documentation", "Runbooks", "Onboarding"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ConfluenceSite Build(TimeProvider timeProvider)
    {
        var site = new ConfluenceSite(timeProvider) { Title = "Northwind Tidal" };
        foreach (var group in People.Groups)
        {
            site.Put(group);
        }

        foreach (var user in People.Users)
        {
            site.Put(user);
        }

        AddContents(site, timeProvider.GetUtcNow());
        return site;
    }

    private static void AddContents(ConfluenceSite site, DateTimeOffset now)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var seed in SpaceKeys.SelectMany(Read))
        {
            ids.Add(seed.Slug, FirstContentId + ids.Count);
            site.Put(Content(seed, ids, now));
        }

        for (var i = 0; i < SpaceKeys.Length; i++)
        {
            site.Put(Space(i, ids, now));
        }
    }

    private static SimulatedSpace Space(int index, Dictionary<string, long> ids, DateTimeOffset now) => new()
    {
        Id = 98_305 + index,
        Key = SpaceKeys[index],
        Name = SpaceNames[index],
        CreatedAt = now.AddDays(-1500),
        HomepageId = ids[SpaceKeys[index].ToLowerInvariant()],
        Grants =
        [
            new SpaceGrant(SpacePrincipalKind.Group, SpaceKeys[index] is "RUNBOOKS" ? "grp-engineering" : "grp-staff"),
            new SpaceGrant(SpacePrincipalKind.Group, "grp-integrations"),
            new SpaceGrant(SpacePrincipalKind.User, People.AccountId(People.Service), "administer"),
            .. SpaceKeys[index] is "DOCS" ? [new SpaceGrant(SpacePrincipalKind.Anonymous, null)] : Array.Empty<SpaceGrant>(),
        ],
    };

    private static SimulatedContent Content(PageSeed seed, Dictionary<string, long> ids, DateTimeOffset now) => new()
    {
        Id = ids[seed.Slug],
        Type = Enum.Parse<SimulatedContentType>(seed.Type, ignoreCase: true),
        SpaceKey = seed.Space,
        ParentId = seed.Parent is null ? null : ids[seed.Parent],
        Labels = [.. seed.Labels],
        ReadRestriction = seed.Readers.Count == 0 ? null : new SimulatedRestriction { GroupIds = [.. seed.Readers] },
        Versions = [.. Enumerable.Range(1, seed.Versions).Select(n => Version(seed, n, now))],
        File = seed.Type is "attachment" ? new SimulatedFile("text/csv", [.. Encoding.UTF8.GetBytes(seed.Body)]) : null,
    };

    private static SimulatedVersion Version(PageSeed seed, int number, DateTimeOffset now)
    {
        var age = seed.Age + ((seed.Versions - number) * DaysBetweenVersions);
        return new SimulatedVersion(number, now.AddDays(-age), People.AccountId(seed.Author), seed.Title, seed.Type is "attachment" ? "" : seed.Body)
        {
            Message = number == 1 ? "" : "Reviewed",
        };
    }

    private static IReadOnlyList<PageSeed> Read(string space)
    {
        using var stream = typeof(KnowledgeBaseBuilder).Assembly.GetManifestResourceStream(ResourcePrefix + space + ".json")!;
        return JsonSerializer.Deserialize<List<PageSeed>>(stream, Json)!;
    }
}
