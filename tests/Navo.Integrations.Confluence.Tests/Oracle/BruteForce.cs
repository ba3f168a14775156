namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>The truth, by the plainest means and without a line of the product: walk up, ask at every step.</summary>
internal static class BruteForce
{
    public static bool MayView(Tenant tenant, int user, Tenant.Item item)
    {
        bool[] groups = GroupsOf(tenant, user);
        Tenant.Space space = tenant.Spaces[item.Space];
        bool viewsSpace = space.IsAnonymous || space.Users.Contains(user) || space.Groups.Any(g => groups[g]);
        for (Tenant.Item? step = item; step is not null; step = tenant.Items.FirstOrDefault(i => i.Id == step.Parent))
        {
            if (step.Restriction is { } only && !only.Users.Contains(user) && !only.Groups.Any(g => groups[g]))
            {
                return false;
            }
        }

        return viewsSpace;
    }

    /// <summary>Which groups hold the user, groups within groups included: repeated until nothing changes.</summary>
    public static bool[] GroupsOf(Tenant tenant, int user)
    {
        bool[] holds = [.. tenant.Members.Select(members => members[user])];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int outer = 0; outer < holds.Length; outer++)
            {
                for (int inner = 0; inner < holds.Length; inner++)
                {
                    if (!holds[outer] && tenant.Nested[outer][inner] && holds[inner])
                    {
                        changed = holds[outer] = true;
                    }
                }
            }
        }

        return holds;
    }
}
