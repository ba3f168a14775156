using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A group and who belongs to it.</summary>
/// <param name="Id">Its id, as policies name it.</param>
public sealed record IdentityGroup(PrincipalId Id)
{
    /// <summary>Its name for people, if it is known.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// All users who belong to it, directly or through other groups, in any order, each under every id under which policies and readers name users. Null where not all of them are known; a part of
    /// them is no answer.
    /// </summary>
    public IReadOnlyList<PrincipalId>? Members { get; init; }

    /// <summary>Why the members are not known.</summary>
    public SkipReason Reason { get; init; }

    /// <summary>The type of the error because of which they are not known.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Reads the members of a group. A refusal or an answer about this group that makes no sense leaves them unknown; what concerns the whole source is thrown.</summary>
    /// <param name="id">The group.</param>
    /// <param name="name">Its name for people, if it is known.</param>
    /// <param name="members">Reads all of them.</param>
    /// <returns>The group.</returns>
    public static async Task<IdentityGroup> ReadAsync(PrincipalId id, string? name, Func<Task<IReadOnlyList<PrincipalId>>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        IdentityGroup group = new(id) { Name = name };
        try
        {
            return group with { Members = await members().ConfigureAwait(false) };
        }
        catch (IntegrationException failure) when (ReasonOf(failure) is { } reason)
        {
            return group with { Reason = reason, ErrorType = failure.GetType().Name };
        }
    }

    private static SkipReason? ReasonOf(IntegrationException failure) => failure switch
    {
        PermissionException => SkipReason.Forbidden,
        NotFoundException => SkipReason.Vanished,
        ProtocolException or InvalidQueryException => SkipReason.Malformed,
        _ => null,
    };
}
