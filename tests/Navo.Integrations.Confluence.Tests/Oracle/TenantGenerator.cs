namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>Makes a tenant out of a seed: the same seed, the same tenant.</summary>
internal static class TenantGenerator
{
    public static Tenant Make(int seed)
    {
        Random random = new(seed);
        int users = random.Next(2, 5), groups = random.Next(1, 5), spaces = random.Next(1, 3);
        return new()
        {
            Seed = seed,
            Users = users,
            Members = Matrix(random, groups, users, 0.4),
            Nested = Matrix(random, groups, groups, 0.25),
            Spaces = [.. Enumerable.Range(0, spaces).Select(_ => new Tenant.Space(random.NextDouble() < 0.15, Some(random, users, 0.35), Some(random, groups, 0.4)))],
            Items = Items(random, users, groups, spaces),
        };
    }

    private static List<Tenant.Item> Items(Random random, int users, int groups, int spaces)
    {
        List<Tenant.Item> items = [];
        for (int id = 1; id <= random.Next(3, 9); id++)
        {
            Tenant.Item[] pages = [.. items.Where(i => i.Type == "page")];
            Tenant.Item? parent = pages.Length > 0 && random.NextDouble() < 0.75 ? pages[random.Next(pages.Length)] : null;
            string type = parent is not null && random.NextDouble() < 0.3 ? random.NextDouble() < 0.5 ? "attachment" : "comment" : "page";
            Tenant.Audience? restriction = type == "page" && random.NextDouble() < 0.45 ? new(Some(random, users, 0.3), Some(random, groups, 0.4)) : null;
            bool isEmpty = restriction is { Users.Count: 0, Groups.Count: 0 };
            items.Add(new(id, type, parent?.Space ?? random.Next(spaces), parent?.Id, isEmpty ? null : restriction));
        }

        return items;
    }

    private static bool[][] Matrix(Random random, int rows, int columns, double density) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.NextDouble() < density).ToArray())];

    private static HashSet<int> Some(Random random, int count, double density) => [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < density)];
}
