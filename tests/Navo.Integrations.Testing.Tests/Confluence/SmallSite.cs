using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Tests.Confluence;

/// <summary>A site of a handful of pages whose every right is plain to see.</summary>
internal static class SmallSite
{
    public const long Open = 101;
    public const long Restricted = 102;
    public const long BelowRestricted = 103;

    public static ConfluenceSite Create(TimeProvider clock, bool anonymous = false)
    {
        var site = new ConfluenceSite(clock) { TimeZoneId = "Europe/Berlin" };
        site.Put(User("admin", "root", admin: true));
        site.Put(User("ann", "insiders"));
        site.Put(User("bob", "everybody"));
        site.Put(new SimulatedGroup { Id = "insiders", Name = "insiders" });
        site.Put(new SimulatedGroup { Id = "everybody", Name = "everybody", MemberGroupIds = ["insiders"] });
        site.Put(new SimulatedSpace
        {
            Id = 7,
            Key = "ENG",
            Name = "Engineering",
            Grants = [new(SpacePrincipalKind.Group, "everybody"), new(SpacePrincipalKind.User, "id-admin"), new(SpacePrincipalKind.Anonymous, null)],
        });
        site.Put(Page(clock, Open, "Deploying the billing service", "<p>How to deploy billing with the blue button.</p>", null, 1) with
        {
            Labels = ["howto"],
        });
        site.Put(Page(clock, Restricted, "Salaries", "<p>Bands for engineers.</p>", null, 100) with
        {
            ReadRestriction = new SimulatedRestriction { GroupIds = ["insiders"], UserIds = ["id-admin"] },
        });
        site.Put(Page(clock, BelowRestricted, "Bonus rules", "<p>Who gets a bonus.</p>", Restricted, 50));
        site.Change(s => s with { AllowsAnonymousAccess = anonymous });
        return site;
    }

    public static SimulatedContent Page(TimeProvider clock, long id, string title, string body, long? parent, int age) => new()
    {
        Id = id,
        SpaceKey = "ENG",
        ParentId = parent,
        Versions = [new SimulatedVersion(1, clock.GetUtcNow().AddDays(-age), "id-ann", title, body)],
    };

    private static SimulatedUser User(string name, string group, bool admin = false) => new()
    {
        AccountId = "id-" + name,
        UserKey = "key-" + name,
        Username = name,
        DisplayName = name,
        Email = name + "@example.com",
        ApiToken = "classic-" + name,
        ScopedToken = "scoped-" + name,
        PersonalAccessToken = "pat-" + name,
        IsAdministrator = admin,
        GroupIds = [group],
    };
}
