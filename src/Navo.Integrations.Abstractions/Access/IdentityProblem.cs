namespace Navo.Integrations.Abstractions;

/// <summary>Why a person was not linked.</summary>
public enum IdentityProblem
{
    /// <summary>No directory knows the person under the other system's ids.</summary>
    NoMatch = 0,

    /// <summary>More than one person, or more than one id of the same system.</summary>
    Ambiguous,

    /// <summary>Only by an address that nobody verified.</summary>
    NotVerified,
}
