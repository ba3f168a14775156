namespace Navo.Integrations.Testing.Conformance;

/// <summary>What a source can be made to do to every request.</summary>
public enum ConformanceFault
{
    /// <summary>Answer with 401.</summary>
    Unauthorized,

    /// <summary>Answer with 403.</summary>
    Forbidden,

    /// <summary>Answer with 404.</summary>
    NotFound,

    /// <summary>Answer with 429 and no <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>Answer with 500.</summary>
    ServerError,

    /// <summary>Answer with 503 and no <c>Retry-After</c>.</summary>
    ServiceUnavailable,

    /// <summary>Answer with 200 and a body that is not of the promised shape.</summary>
    Garbage,

    /// <summary>Reset the connection before answering.</summary>
    Reset,

    /// <summary>Never answer.</summary>
    Hang,
}
