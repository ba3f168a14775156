namespace Navo.Integrations.Abstractions;

/// <summary>Maps one person across systems, so that a reader who is known by one id can be checked in a system that knows another.</summary>
/// <remarks>It never goes by display name. No match means no access.</remarks>
public interface IIdentityLinker
{
    /// <summary>Finds the id by which a system knows a person.</summary>
    /// <param name="person">The person, by the id of any system.</param>
    /// <param name="schemes">The schemes of ids that the other system takes, the preferred one first; see <see cref="PrincipalSchemes"/>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The id and how sure it is; null when there is none, or more than one.</returns>
    /// <exception cref="IntegrationException">The directory could not be asked.</exception>
    ValueTask<IdentityLink?> LinkAsync(PrincipalId person, IReadOnlyList<string> schemes, CancellationToken cancellationToken = default);
}
