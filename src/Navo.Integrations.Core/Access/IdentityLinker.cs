using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Links people through the registered directories. Whoever is not found without a doubt is not linked, and stands in the report.</summary>
/// <param name="directories">The directories, all of which are asked.</param>
/// <param name="time">The clock of the report.</param>
public sealed class IdentityLinker(IEnumerable<IIdentityDirectory> directories, TimeProvider time) : IIdentityLinker
{
    private const int ReportLimit = 10_000;

    private readonly IIdentityDirectory[] _directories = [.. directories];
    private readonly ConcurrentDictionary<(PrincipalId Person, string Scheme), UnlinkedPerson> _report = new();

    /// <summary>Who could not be linked so far, the latest first. With 10,000 it is full: no more are noted until some of them are linked.</summary>
    /// <returns>A snapshot.</returns>
    public IReadOnlyList<UnlinkedPerson> GetReport() => [.. _report.Values.OrderByDescending(static line => line.LastSeen).ThenBy(static line => line.Person.ToString(), StringComparer.Ordinal)];

    /// <inheritdoc />
    public async ValueTask<IdentityLink?> LinkAsync(PrincipalId person, IReadOnlyList<string> schemes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        if (schemes.Contains(person.Scheme, StringComparer.Ordinal))
        {
            return new(person, IdentityConfidence.Exact);
        }

        List<IdentityLink> candidates = [];
        bool isAmbiguous = false;
        foreach (IIdentityDirectory directory in _directories)
        {
            IReadOnlyList<PersonIdentities> people = await directory.FindAsync(person, cancellationToken).ConfigureAwait(false);
            isAmbiguous |= people.Count > 1;
            candidates.AddRange(people.SelectMany(found => Links(found, person, schemes)));
        }

        (IdentityLink? link, IdentityProblem problem) = isAmbiguous ? (null, IdentityProblem.Ambiguous) : Choose(candidates, schemes);
        Report(person, schemes, link, problem);
        return link;
    }

    /// <summary>The person's ids in the other system; none is surer than the id by which the person was found.</summary>
    private static IEnumerable<IdentityLink> Links(PersonIdentities found, PrincipalId person, IReadOnlyList<string> schemes)
    {
        IdentityConfidence entry = found.Ids.Where(id => id.Id == person).Select(static id => id.Confidence).DefaultIfEmpty(IdentityConfidence.Claimed).Max();
        return found.Ids
            .Where(id => schemes.Contains(id.Id.Scheme, StringComparer.Ordinal))
            .Select(id => id with { Confidence = (IdentityConfidence)Math.Min((int)entry, (int)id.Confidence) });
    }

    /// <summary>The surest id of the most preferred scheme that has any; two different ids of equal sureness are a doubt.</summary>
    private static (IdentityLink? Link, IdentityProblem Problem) Choose(List<IdentityLink> candidates, IReadOnlyList<string> schemes)
    {
        IdentityLink[] sure = [.. candidates.Where(static c => c.Confidence > IdentityConfidence.Claimed)];
        foreach (string scheme in schemes)
        {
            IdentityLink[] ofScheme = [.. sure.Where(c => c.Id.Scheme == scheme)];
            if (ofScheme.Length > 0)
            {
                IdentityConfidence best = ofScheme.Max(static c => c.Confidence);
                PrincipalId[] ids = [.. ofScheme.Where(c => c.Confidence == best).Select(static c => c.Id).Distinct()];
                return ids.Length == 1 ? (new(ids[0], best), default) : (null, IdentityProblem.Ambiguous);
            }
        }

        return (null, candidates.Count > 0 ? IdentityProblem.NotVerified : IdentityProblem.NoMatch);
    }

    private void Report(PrincipalId person, IReadOnlyList<string> schemes, IdentityLink? link, IdentityProblem problem)
    {
        string scheme = schemes.Count > 0 ? schemes[0] : string.Empty;
        if (link is not null)
        {
            _report.TryRemove((person, scheme), out _);
        }
        else if (_report.Count < ReportLimit || _report.ContainsKey((person, scheme)))
        {
            _report[(person, scheme)] = new(person, scheme, problem, time.GetUtcNow());
        }
    }
}
