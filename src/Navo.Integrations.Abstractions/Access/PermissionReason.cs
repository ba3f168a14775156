namespace Navo.Integrations.Abstractions;

/// <summary>Why a <see cref="PermissionDecision"/> came out as it did, for machines.</summary>
public enum PermissionReason
{
    /// <summary>No reason was given.</summary>
    Unspecified = 0,

    /// <summary>The source granted it, or every clause of the item's policy holds the reader.</summary>
    Granted,

    /// <summary>The source denied it without saying why.</summary>
    DeniedBySource,

    /// <summary>The reader may not view the space or site that holds the item.</summary>
    ContainerNotVisible,

    /// <summary>The item itself is restricted to others.</summary>
    ItemRestricted,

    /// <summary>An ancestor of the item is restricted to others.</summary>
    AncestorRestricted,

    /// <summary>The item is absent or not visible.</summary>
    NotFoundOrNotVisible,

    /// <summary>The item lies outside the spaces or sites that the configuration allows.</summary>
    OutsideConfiguredScope,

    /// <summary>The reader's id is not one that this source knows.</summary>
    PrincipalNotResolved,

    /// <summary>The reader's groups could not be read.</summary>
    MembershipUnreadable,

    /// <summary>The restrictions of the item, an ancestor or the space could not be read whole.</summary>
    PolicyUnreadable,

    /// <summary>The service's credentials may not ask this.</summary>
    CheckNotPermitted,

    /// <summary>The source failed or could not be reached.</summary>
    SourceFailed,
}
