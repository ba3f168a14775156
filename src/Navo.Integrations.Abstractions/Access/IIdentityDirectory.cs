namespace Navo.Integrations.Abstractions;

/// <summary>Knows people by their ids in several systems: an identity provider, a table that an administrator keeps, a vendor's user list.</summary>
public interface IIdentityDirectory
{
    /// <summary>Finds everybody who has an id.</summary>
    /// <param name="id">The id, of any scheme.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The people; empty when nobody is known by it. More than one makes the id ambiguous, and nobody is linked by it.</returns>
    /// <exception cref="IntegrationException">The directory could not be asked.</exception>
    ValueTask<IReadOnlyList<PersonIdentities>> FindAsync(PrincipalId id, CancellationToken cancellationToken = default);
}
