using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>What an <see cref="ISyncSource"/> implements beside, if it can tell who belongs to which group. Without it a run under <see cref="SyncMode.IdentitiesOnly"/> is refused.</summary>
/// <remarks>Reads are made as the service. A group that can't be read ends nothing: its members are null. Ids are those that policies and readers have elsewhere, else nobody finds them there.</remarks>
public interface IIdentitySource
{
    /// <summary>Reads one page of all groups, each with all its members.</summary>
    /// <param name="position">The <see cref="IdentityPage.Position"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page.</returns>
    /// <exception cref="IntegrationException">The groups can't be listed; nothing is taken to be gone then.</exception>
    Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken);

    /// <summary>Asks for one group alone: before it is told to be gone, and when it is tried again after it could not be read.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The group as it is; null where the source says that there is none.</returns>
    /// <exception cref="IntegrationException">Whether it is there can't be told.</exception>
    Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken);
}
