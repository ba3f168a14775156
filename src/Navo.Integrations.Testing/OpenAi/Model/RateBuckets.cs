using System.Collections.Concurrent;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>The buckets of requests and of tokens of each model; they refill steadily within a minute.</summary>
internal sealed class RateBuckets
{
    private readonly ConcurrentDictionary<string, Pair> _pairs = new(StringComparer.Ordinal);

    /// <summary>Takes a request of some tokens out of a model's buckets, if both have enough.</summary>
    public RateState Take(string model, OpenAiRateLimit limit, int tokens, DateTimeOffset now)
    {
        Pair pair = _pairs.GetOrAdd(model, _ => new(limit, now));
        lock (pair)
        {
            pair.Refill(limit, now);
            string? exceeded = pair.Requests < 1 ? "requests" : pair.Tokens < tokens ? "tokens" : null;
            if (exceeded is null)
            {
                pair.Requests -= 1;
                pair.Tokens -= tokens;
            }

            return new(limit, pair.Requests, pair.Tokens, exceeded, tokens);
        }
    }

    private sealed class Pair(OpenAiRateLimit limit, DateTimeOffset begin)
    {
        private DateTimeOffset _last = begin;

        public double Requests { get; set; } = limit.RequestsPerMinute;

        public double Tokens { get; set; } = limit.TokensPerMinute;

        public void Refill(OpenAiRateLimit limit, DateTimeOffset now)
        {
            double minutes = (now - _last).TotalMinutes;
            Requests = Math.Min(limit.RequestsPerMinute, Requests + (limit.RequestsPerMinute * minutes));
            Tokens = Math.Min(limit.TokensPerMinute, Tokens + (limit.TokensPerMinute * minutes));
            _last = now;
        }
    }
}
