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
}
