namespace Navo.Integrations.Abstractions;

/// <summary>How it is known that an item is gone.</summary>
public enum DeletionCause
{
    /// <summary>A cause that this version does not know.</summary>
    Unknown = 0,

    /// <summary>The source tells it among its changes.</summary>
    Removed,

    /// <summary>It lies in the bin.</summary>
    Trashed,

    /// <summary>It is missing in an enumeration that is proven complete, and the source says that it is not there when asked for it alone.</summary>
    NotListed,
}
