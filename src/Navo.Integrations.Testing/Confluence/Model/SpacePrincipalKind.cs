namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>To whom a space permission is given.</summary>
public enum SpacePrincipalKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>Every direct or nested member of a group.</summary>
    Group,

    /// <summary>Every user who is signed in.</summary>
    Everyone,

    /// <summary>Anybody, signed in or not, when the site allows anonymous access.</summary>
    Anonymous,
}
