namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>How comparable systems decide, kept to show that the oracle tells them apart from the truth.</summary>
internal static class NaiveAlgorithms
{
    /// <summary>The page's own restriction wins outright; only a page without one inherits.</summary>
    public static bool PageWins(Tenant tenant, int user, Tenant.Item item)
    {
        bool[] groups = BruteForce.GroupsOf(tenant, user);
        Tenant.Audience? nearest = Chain(tenant, item).Select(step => step.Restriction).FirstOrDefault(r => r is not null);
        Tenant.Space space = tenant.Spaces[item.Space];
        return nearest is null
            ? space.IsAnonymous || space.Users.Contains(user) || space.Groups.Any(g => groups[g])
            : nearest.Users.Contains(user) || nearest.Groups.Any(g => groups[g]);
    }

    /// <summary>An ancestor that can't be read is passed over.</summary>
    public static bool UnreadableIsUnrestricted(Tenant tenant, int user, Tenant.Item item, Func<int, bool> isReadable)
    {
        bool[] groups = BruteForce.GroupsOf(tenant, user);
        Tenant.Space space = tenant.Spaces[item.Space];
        return (space.IsAnonymous || space.Users.Contains(user) || space.Groups.Any(g => groups[g]))
            && Chain(tenant, item).Where(step => isReadable(step.Id)).All(step => step.Restriction is not { } only || only.Users.Contains(user) || only.Groups.Any(g => groups[g]));
    }

    /// <summary>All sets are intersected name by name: somebody who passes one by name and the other by group is lost.</summary>
    public static bool FlatIntersection(Tenant tenant, int user, Tenant.Item item)
    {
        bool[] groups = BruteForce.GroupsOf(tenant, user);
        Tenant.Space space = tenant.Spaces[item.Space];
        HashSet<string>? names = space.IsAnonymous ? null : [.. space.Users.Select(u => $"u{u}"), .. space.Groups.Select(g => $"g{g}")];
        foreach (Tenant.Audience only in Chain(tenant, item).Select(step => step.Restriction).OfType<Tenant.Audience>())
        {
            HashSet<string> own = [.. only.Users.Select(u => $"u{u}"), .. only.Groups.Select(g => $"g{g}")];
            names = names is null ? own : [.. names.Intersect(own)];
        }

        return names is null || names.Contains($"u{user}") || Enumerable.Range(0, groups.Length).Any(g => groups[g] && names.Contains($"g{g}"));
    }

    private static IEnumerable<Tenant.Item> Chain(Tenant tenant, Tenant.Item item)
    {
        for (Tenant.Item? step = item; step is not null; step = tenant.Items.FirstOrDefault(i => i.Id == step.Parent))
        {
            yield return step;
        }
    }
}
