namespace Navo.Integrations.Abstractions;

/// <summary>How sure it is that two ids are of the same person. The default is the least.</summary>
public enum IdentityConfidence
{
    /// <summary>An address that nobody verified: anybody can claim it, so it gives no access.</summary>
    Claimed = 0,

    /// <summary>An address that both systems verified.</summary>
    Verified,

    /// <summary>An id that a system of record keeps for the other one, or that an administrator set.</summary>
    Exact,
}
