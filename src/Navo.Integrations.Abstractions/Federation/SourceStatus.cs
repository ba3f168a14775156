namespace Navo.Integrations.Abstractions;

/// <summary>What came of asking one source.</summary>
public enum SourceStatus
{
    /// <summary>It answered.</summary>
    Answered = 0,

    /// <summary>It answered in part: a later read failed, or it could not be established of some hits whether the reader may see them.</summary>
    Partial,

    /// <summary>It did not answer within the deadline, and was cancelled.</summary>
    TimedOut,

    /// <summary>It failed; see <see cref="SourceReport.Error"/>.</summary>
    Failed,

    /// <summary>It was left alone because its circuit breaker is open; <see cref="SourceReport.Error"/> says until when.</summary>
    Skipped,

    /// <summary>It is down, and an older answer from a cache stands in; see <see cref="SourceReport.Age"/>.</summary>
    StaleFromCache,

    /// <summary>It was not searched because it can't express a scope, or a filter where the query refuses that, or because it refuses the query itself.</summary>
    Refused,

    /// <summary>The query is not for it, or it gave all its hits on an earlier page; see <see cref="SourceReport.Detail"/>.</summary>
    NotAsked,
}
