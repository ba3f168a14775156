namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>The state of a model's buckets after a request.</summary>
/// <param name="Limit">Their size.</param>
/// <param name="Requests">How many requests are left.</param>
/// <param name="Tokens">How many tokens are left.</param>
/// <param name="Exceeded">What the request found too little of: requests or tokens; null if it passed.</param>
/// <param name="Asked">How many tokens the request needs.</param>
internal sealed record RateState(OpenAiRateLimit Limit, double Requests, double Tokens, string? Exceeded, int Asked)
{
    /// <summary>In what time the bucket of requests is full again.</summary>
    public TimeSpan RequestsReset => TimeSpan.FromMinutes((Limit.RequestsPerMinute - Requests) / Limit.RequestsPerMinute);

    /// <summary>In what time the bucket of tokens is full again.</summary>
    public TimeSpan TokensReset => TimeSpan.FromMinutes((Limit.TokensPerMinute - Tokens) / Limit.TokensPerMinute);

    /// <summary>In what time the request would pass.</summary>
    public TimeSpan Wait => Exceeded == "requests"
        ? TimeSpan.FromMinutes((1 - Requests) / Limit.RequestsPerMinute)
        : TimeSpan.FromMinutes((Asked - Tokens) / Limit.TokensPerMinute);

    /// <summary>Whether no wait helps.</summary>
    public bool IsTooLarge => Asked > Limit.TokensPerMinute;
}
