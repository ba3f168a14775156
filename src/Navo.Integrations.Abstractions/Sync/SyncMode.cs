namespace Navo.Integrations.Abstractions;

/// <summary>What a run looks at.</summary>
public enum SyncMode
{
    /// <summary>What has changed since the checkpoint; everything where there is none, and at times the ids of everything, to find what is gone.</summary>
    Incremental = 0,

    /// <summary>Everything, compared with what the copy has.</summary>
    Full,

    /// <summary>Who may see what; content and deletions are left for another run.</summary>
    AccessOnly,

    /// <summary>What is gone; nothing else is told.</summary>
    DeletionsOnly,

    /// <summary>Who belongs to which group: <see cref="GroupChanged"/> and <see cref="GroupDeleted"/>. Content is left alone, and no other mode looks at groups.</summary>
    IdentitiesOnly,
}
