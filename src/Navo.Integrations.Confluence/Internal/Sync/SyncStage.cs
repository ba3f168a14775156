namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>What a reading of changes is at.</summary>
internal enum SyncStage
{
    /// <summary>The search for what was changed.</summary>
    Search = 0,

    /// <summary>The pages below those that have moved.</summary>
    Subtrees,

    /// <summary>The bin.</summary>
    Bin,

    /// <summary>The pages that show parts of others.</summary>
    Includes,
}
