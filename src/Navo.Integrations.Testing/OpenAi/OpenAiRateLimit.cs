namespace Navo.Integrations.Testing.OpenAi;

/// <summary>What a model may be asked for in a minute. Both limits refill steadily, as buckets do.</summary>
/// <param name="RequestsPerMinute">How many requests.</param>
/// <param name="TokensPerMinute">How many tokens: those of the input, and as many of output as the request allows.</param>
/// <remarks><see href="https://platform.openai.com/docs/guides/rate-limits"/>.</remarks>
public sealed record OpenAiRateLimit(int RequestsPerMinute, int TokensPerMinute);
