namespace Navo.Integrations.Core.Sync;

/// <summary>What a partition is in the middle of.</summary>
internal enum SyncPhase
{
    /// <summary>Nothing: changes are next.</summary>
    Changes = 0,

    /// <summary>Everything is being enumerated.</summary>
    Enumerating,

    /// <summary>Everything was enumerated; what was not seen is next.</summary>
    Deleting,
}
