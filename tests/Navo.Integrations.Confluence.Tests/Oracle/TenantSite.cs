using System.Collections.Immutable;
using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>Puts a made-up instance on a simulated site, beside what is there. The service's own account may see all of it.</summary>
internal static class TenantSite
{
    public const string Word = "quokka";

    private static readonly DateTimeOffset Made = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static void Put(ConfluenceSite site, Tenant tenant, string service)
    {
        for (int group = 0; group < tenant.Members.Length; group++)
        {
            site.Put(new SimulatedGroup
            {
                Id = Group(tenant, group),
                Name = Group(tenant, group),
                MemberGroupIds = [.. Where(tenant.Nested[group]).Select(inner => Group(tenant, inner))],
            });
        }

        for (int user = 0; user < tenant.Users; user++)
        {
            string name = User(tenant, user);
            ImmutableArray<string> groups = [.. Enumerable.Range(0, tenant.Members.Length).Where(group => tenant.Members[group][user]).Select(group => Group(tenant, group))];
            site.Put(new SimulatedUser { AccountId = name, UserKey = name, Username = name, DisplayName = name, Email = $"{name}@example.test", GroupIds = groups });
        }

        for (int space = 0; space < tenant.Spaces.Count; space++)
        {
            PutSpace(site, tenant, space, service);
        }

        foreach (Tenant.Item item in tenant.Items)
        {
            site.Put(Content(tenant, item, service));
        }
    }

    public static string User(Tenant tenant, int user) => Inv($"t{tenant.Seed}u{user}");

    public static string Space(Tenant tenant, int space) => Inv($"T{tenant.Seed}S{space}");

    public static ContentId Id(Tenant tenant, Tenant.Item item) => new((item.Type == "attachment" ? "att" : string.Empty) + Number(tenant, item.Id).ToString(CultureInfo.InvariantCulture));

    public static SimulatedContent Content(Tenant tenant, Tenant.Item item, string service) => new()
    {
        Id = Number(tenant, item.Id),
        Type = item.Type switch { "attachment" => SimulatedContentType.Attachment, "comment" => SimulatedContentType.Comment, _ => SimulatedContentType.Page },
        SpaceKey = Space(tenant, item.Space),
        ParentId = item.Parent is { } parent ? Number(tenant, parent) : null,
        Versions = [new SimulatedVersion(1, Made, service, Inv($"{Word} {tenant.Seed} {item.Id}"), $"<p>{Word}</p>")],
        File = item.Type == "attachment" ? new SimulatedFile("text/plain", "quokka"u8.ToArray().ToImmutableArray()) : null,
        ReadRestriction = item.Restriction is { } only
            ? new SimulatedRestriction { UserIds = [service, .. only.Users.Select(user => User(tenant, user))], GroupIds = [.. only.Groups.Select(group => Group(tenant, group))] }
            : null,
    };

    private static void PutSpace(ConfluenceSite site, Tenant tenant, int number, string service)
    {
        Tenant.Space space = tenant.Spaces[number];
        string key = Space(tenant, number);
        site.Put(new SimulatedSpace
        {
            Id = 50_000_000 + (tenant.Seed * 10) + number,
            Key = key,
            Name = key,
            Grants =
            [
                new SpaceGrant(SpacePrincipalKind.User, service),
                .. space.Users.Select(user => new SpaceGrant(SpacePrincipalKind.User, User(tenant, user))),
                .. space.Groups.Select(group => new SpaceGrant(SpacePrincipalKind.Group, Group(tenant, group))),
                .. space.IsAnonymous ? [new SpaceGrant(SpacePrincipalKind.Anonymous, null)] : Array.Empty<SpaceGrant>(),
            ],
        });
    }

    private static string Group(Tenant tenant, int group) => Inv($"t{tenant.Seed}g{group}");

    private static long Number(Tenant tenant, int item) => 10_000_000 + (tenant.Seed * 100) + item;

    private static IEnumerable<int> Where(bool[] flags) => Enumerable.Range(0, flags.Length).Where(i => flags[i]);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
