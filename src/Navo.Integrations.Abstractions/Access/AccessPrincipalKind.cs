namespace Navo.Integrations.Abstractions;

/// <summary>What an <see cref="AccessPrincipal"/> stands for.</summary>
public enum AccessPrincipalKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>The members of a group.</summary>
    Group,

    /// <summary>The members of a group that exists within one site only; its id holds the site.</summary>
    SiteGroup,

    /// <summary>An application, which acts for itself.</summary>
    Application,

    /// <summary>Everybody who is signed in.</summary>
    EveryoneSignedIn,

    /// <summary>Anybody, signed in or not.</summary>
    Anonymous,
}
