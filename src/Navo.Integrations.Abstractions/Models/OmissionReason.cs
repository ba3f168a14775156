namespace Navo.Integrations.Abstractions;

/// <summary>Why something was left out of a result.</summary>
public enum OmissionReason
{
    /// <summary>The reader may not see it.</summary>
    NotPermitted,

    /// <summary>Whether the reader may see it could not be established.</summary>
    PermissionUnknown,

    /// <summary>It lies outside the configured spaces or sites.</summary>
    OutsideConfiguredScope,

    /// <summary>The source delivered it twice.</summary>
    Duplicate,

    /// <summary>It is of a kind that the integration does not handle, such as a user or a space.</summary>
    UnsupportedKind,
}
