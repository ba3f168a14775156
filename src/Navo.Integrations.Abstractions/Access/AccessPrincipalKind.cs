namespace Navo.Integrations.Abstractions;

/// <summary>What an <see cref="AccessPrincipal"/> stands for.</summary>
public enum AccessPrincipalKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>The members of a group.</summary>
    Group,

    /// <summary>Everybody who is signed in.</summary>
    EveryoneSignedIn,

    /// <summary>Anybody, signed in or not.</summary>
    Anonymous,
}
