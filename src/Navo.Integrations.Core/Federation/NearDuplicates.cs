namespace Navo.Integrations.Core.Federation;

/// <summary>
/// Brings together what is nearly the same text. A hit joins the first group all of whose members it resembles, in an order that does not depend on which source was quicker.
/// Hits of one source are one only if their texts are the same.
/// </summary>
internal static class NearDuplicates
{
    public static IReadOnlyList<FusionCandidate> Collapse(IEnumerable<FoundHit> hits)
    {
        FoundHit[] all = [.. hits.OrderBy(static found => found.Place, RankedHit.Order)];
        SharedRuns runs = new(all.Length);
        List<List<int>> groups = [];
        for (int i = 0; i < all.Length; i++)
        {
            if (GroupOf(i, all, groups, runs.Add(i, all[i].Text)) is { } group)
            {
                group.Add(i);
            }
            else
            {
                groups.Add([i]);
            }
        }

        return [.. groups.Select(group => new FusionCandidate([.. group.Select(member => all[member].Place)]))];
    }

    private static List<int>? GroupOf(int hit, FoundHit[] all, List<List<int>> groups, ReadOnlySpan<int> shared)
    {
        foreach (List<int> group in groups)
        {
            bool isOne = true;
            for (int i = 0; i < group.Count && isOne; i++)
            {
                isOne = IsOne(all[hit], all[group[i]], shared[group[i]]);
            }

            if (isOne)
            {
                return group;
            }
        }

        return null;
    }

    private static bool IsOne(FoundHit left, FoundHit right, int shared) =>
        left.Place.Hit.Source == right.Place.Hit.Source ? left.Text.IsSame(right.Text) : left.Text.IsNear(right.Text, shared);
}
