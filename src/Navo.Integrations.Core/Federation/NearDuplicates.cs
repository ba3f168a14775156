namespace Navo.Integrations.Core.Federation;

/// <summary>
/// Brings together what is nearly the same text. A hit joins the first group all of whose members it resembles, in an order that does not depend on which source was quicker.
/// Hits of one source are one only if their texts are the same.
/// </summary>
internal static class NearDuplicates
{
    public static IReadOnlyList<FusionCandidate> Collapse(IEnumerable<RankedHit> hits)
    {
        List<List<(RankedHit Place, TextSignature Text)>> groups = [];
        foreach (RankedHit place in hits.Order(RankedHit.Order))
        {
            (RankedHit Place, TextSignature Text) member = (place, new(place.Hit));
            List<(RankedHit Place, TextSignature Text)>? group = groups.Find(group => group.TrueForAll(other => IsOne(member, other)));
            if (group is null)
            {
                groups.Add([member]);
            }
            else
            {
                group.Add(member);
            }
        }

        return [.. groups.Select(group => new FusionCandidate([.. group.Select(member => member.Place)]))];
    }

    private static bool IsOne((RankedHit Place, TextSignature Text) left, (RankedHit Place, TextSignature Text) right) =>
        left.Place.Hit.Source == right.Place.Hit.Source ? left.Text.IsSame(right.Text) : left.Text.IsNear(right.Text);
}
