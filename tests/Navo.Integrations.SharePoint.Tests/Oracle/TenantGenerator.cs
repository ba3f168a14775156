using System.Collections.Immutable;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Oracle;

/// <summary>Small tenants with everything that access can hang on, the same for the same seed.</summary>
internal sealed class TenantGenerator(int seed, TimeProvider time)
{
    private readonly Random _random = new(seed);
    private readonly GraphTenant _tenant = new(time);

    public GraphTenant Create()
    {
        AddPeople();
        int sites = _random.Next(1, 3);
        for (int i = 0; i < sites; i++)
        {
            GraphItem root = _tenant.AddSite($"site{i}", $"/sites/site{i}", Grants(0, 3));
            GraphSite site = _tenant.Sites[_tenant.SiteId($"site{i}")];
            _tenant.Put(site with { Groups = ImmutableDictionary.CreateRange(Enumerable.Range(3, 3).Select(number => KeyValuePair.Create($"{number}", Members()))) });
            Fill(root, depth: 0);
        }

        return _tenant;
    }

    private void AddPeople()
    {
        for (int i = 0; i < 5; i++)
        {
            _tenant.Put(new GraphUser(User(i), $"User {i}", $"user{i}@contoso.example", IsGuest: i == 3, IsEnabled: i != 4));
        }

        for (int i = 0; i < 4; i++)
        {
            _tenant.Put(new GraphGroup(Group(i), $"Group {i}", Members()));
        }
    }

    private void Fill(GraphItem folder, int depth)
    {
        for (int i = 0; i < 2; i++)
        {
            _tenant.AddFile(folder, $"File {depth}{i}.txt", "text", User(0), Own());
        }

        if (depth < 2)
        {
            Fill(_tenant.AddFolder(folder, $"Folder {depth}", Own()), depth + 1);
        }
    }

    private GraphGrant[] Own() => _random.Next(2) == 0 ? [] : Grants(1, 4);

    private GraphGrant[] Grants(int least, int most) => [.. Enumerable.Range(0, _random.Next(least, most)).Select(_ => Grant())];

    private GraphGrant Grant()
    {
        string role = _random.Next(10) switch
        {
            0 => "sp.limited access",
            1 => "write",
            2 => "owner",
            _ => "read",
        };
        GraphGrant grant = _random.Next(12) switch
        {
            0 or 1 or 2 => new(GraphGrantKind.User, User(_random.Next(5)), role),
            3 or 4 => new(GraphGrantKind.Group, Group(_random.Next(4)), role),
            5 => new(GraphGrantKind.SiteGroup, $"{_random.Next(3, 7)}", role),
            6 => new(GraphGrantKind.Claim, _tenant.EveryoneExceptExternalUsers, role),
            7 => new(GraphGrantKind.Claim, _random.Next(4) == 0 ? "c:0(.s|true" : $"c:0t.c|tenant|{Group(_random.Next(4))}", role),
            8 => new(GraphGrantKind.Claim, $"i:0#.f|membership|user{_random.Next(5)}@contoso.example", role),
            9 => new(GraphGrantKind.Claim, $"c:0o.c|federateddirectoryclaimprovider|{Group(_random.Next(4))}_o", role),
            10 => new(GraphGrantKind.Application, GraphIds.Guid("application"), role),
            _ => Link(),
        };
        return _random.Next(8) == 0 ? grant with { Expires = time.GetUtcNow().AddDays(_random.Next(2) == 0 ? -1 : 1) } : grant;
    }

    private GraphGrant Link() => new(GraphGrantKind.Link, "link")
    {
        LinkScope = ((string[])["anonymous", "organization", "users", "existingAccess"])[_random.Next(4)],
        Named = _random.Next(2) == 0 ? [] : [User(_random.Next(5))],
        HasPassword = _random.Next(4) == 0,
    };

    /// <summary>Users and groups, which may hold each other.</summary>
    private ImmutableArray<string> Members() => [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => _random.Next(3) == 0 ? Group(_random.Next(4)) : User(_random.Next(5))).Distinct()];

    private static string User(int i) => GraphIds.Guid($"oracle user {i}");

    private static string Group(int i) => GraphIds.Guid($"oracle group {i}");
}
