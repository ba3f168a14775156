using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>A directory that an administrator keeps: people with their ids in each system. Immutable; every id is exact, but for e-mail addresses, which are verified.</summary>
/// <param name="people">The ids of each person.</param>
public sealed class IdentityTable(IEnumerable<IReadOnlyList<PrincipalId>> people) : IIdentityDirectory
{
    private readonly ILookup<PrincipalId, PersonIdentities> _byId = people
        .Select(static ids => new PersonIdentities { Ids = [.. ids.Select(static id => new IdentityLink(id, ConfidenceOf(id)))] })
        .SelectMany(static person => person.Ids.Select(link => (link.Id, Person: person)))
        .ToLookup(static pair => Folded(pair.Id), static pair => pair.Person);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PersonIdentities>> FindAsync(PrincipalId id, CancellationToken cancellationToken = default) => new([.. _byId[Folded(id)].Select(person => Named(person, id))]);

    /// <summary>Addresses are the same whatever their case; other ids are not.</summary>
    private static PrincipalId Folded(PrincipalId id) =>
        id.Scheme is PrincipalSchemes.Email or PrincipalSchemes.UserPrincipalName ? new(id.Scheme, id.Value.ToLowerInvariant()) : id;

    private static PersonIdentities Named(PersonIdentities person, PrincipalId asked) =>
        new() { Ids = [.. person.Ids.Select(link => Folded(link.Id) == Folded(asked) ? link with { Id = asked } : link)] };

    private static IdentityConfidence ConfidenceOf(PrincipalId id) =>
        id.Scheme == PrincipalSchemes.Email ? IdentityConfidence.Verified : IdentityConfidence.Exact;
}
