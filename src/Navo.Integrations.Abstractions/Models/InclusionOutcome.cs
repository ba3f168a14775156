namespace Navo.Integrations.Abstractions;

/// <summary>What became of an inclusion.</summary>
public enum InclusionOutcome
{
    /// <summary>It was not followed: the read was not one that follows inclusions.</summary>
    NotFollowed = 0,

    /// <summary>The included text is given.</summary>
    Included,

    /// <summary>What it names is absent, outside the configured spaces, or not provably visible to the reader. Which of them is never told.</summary>
    AbsentOrNotVisible,

    /// <summary>The item is included by itself, directly or through others.</summary>
    Cycle,

    /// <summary>It lies deeper, or there are more of them, than one read follows.</summary>
    LimitReached,

    /// <summary>Looking for it failed, or it is visible and reading it failed.</summary>
    Failed,
}
