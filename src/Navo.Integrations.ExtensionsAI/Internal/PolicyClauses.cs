using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Vectors;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>Fits a policy into so many clauses without changing whom it lets in. One that does not fit lets nobody in.</summary>
internal static class PolicyClauses
{
    private static readonly string[] SignedIn = [AccessPrincipal.EveryoneSignedIn.ToString(), AccessPrincipal.Anonymous.ToString()];

    public static List<string>[] Of(AccessPolicy? policy, int most)
    {
        HashSet<string>[] given = [.. (policy?.ToTokens() ?? []).Select(static clause => clause.ToHashSet(StringComparer.Ordinal))];
        HashSet<string>[] needed = [.. Needed(given)];
        bool isUsable = given.Length > 0 && needed.Length <= most;
        return [.. Enumerable.Range(0, most).Select(place => !isUsable ? [] : place < needed.Length ? needed[place].Order(StringComparer.Ordinal).ToList() : [KnowledgeRecord.Anybody])];
    }

    /// <summary>A clause is implied, and not needed, where another holds no principal but some of its own; of equal ones the first stays. Everybody who reads is signed in.</summary>
    private static IEnumerable<HashSet<string>> Needed(HashSet<string>[] clauses)
    {
        HashSet<string>[] limiting = [.. clauses.Where(static clause => !clause.Overlaps(SignedIn))];
        return limiting.Length == 0
            ? clauses.Take(1)
            : limiting.Where((clause, index) => !limiting.Where((other, at) => at != index && other.IsSubsetOf(clause) && (other.Count < clause.Count || at < index)).Any());
    }
}
