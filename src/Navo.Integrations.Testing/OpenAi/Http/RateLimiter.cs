using System.Globalization;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Takes calls out of the buckets of their models and tells in the headers what is left.</summary>
internal static class RateLimiter
{
    public static void Take(OpenAiCall call, OpenAiModel model, int tokens)
    {
        if (call.Organization.LimitOf(model.Id) is not { } limit)
        {
            return;
        }

        RateState state = call.Organization.Buckets.Take(model.Id, limit, tokens, call.Server.Time.GetUtcNow());
        foreach ((string name, string value) in Headers(state))
        {
            call.Http.Response.Headers[name] = value;
        }

        if (state.Exceeded is not null)
        {
            throw Exceeded(call, model, state);
        }
    }

    private static Dictionary<string, string> Headers(RateState state) => new()
    {
        ["x-ratelimit-limit-requests"] = Text(state.Limit.RequestsPerMinute),
        ["x-ratelimit-limit-tokens"] = Text(state.Limit.TokensPerMinute),
        ["x-ratelimit-remaining-requests"] = Text(state.Requests),
        ["x-ratelimit-remaining-tokens"] = Text(state.Tokens),
        ["x-ratelimit-reset-requests"] = GoDuration.Format(state.RequestsReset),
        ["x-ratelimit-reset-tokens"] = GoDuration.Format(state.TokensReset),
    };

    private static OpenAiError Exceeded(OpenAiCall call, OpenAiModel model, RateState state)
    {
        (string unit, int limit, double left, int asked) = state.Exceeded == "requests"
            ? ("requests per min (RPM)", state.Limit.RequestsPerMinute, state.Requests, 1)
            : ("tokens per min (TPM)", state.Limit.TokensPerMinute, state.Tokens, state.Asked);
        string where = $"for {model.Id} in organization {call.Organization.OrganizationId} on {unit}: Limit {limit}";
        string message = state.IsTooLarge && state.Exceeded == "tokens"
            ? $"Request too large {where}, Requested {asked}. The input or output tokens must be reduced in order to run successfully."
            : $"Rate limit reached {where}, Used {Text(limit - left)}, Requested {asked}. Please try again in {GoDuration.Format(state.Wait)}.";
        return new(429, $"{message} Visit https://platform.openai.com/account/rate-limits to learn more.", code: "rate_limit_exceeded")
        {
            Type = state.Exceeded!,
            Headers = new() { ["retry-after-ms"] = Text(Math.Ceiling(state.Wait.TotalMilliseconds)), ["retry-after"] = Text(Math.Ceiling(state.Wait.TotalSeconds)) },
        };
    }

    private static string Text(double number) => Math.Floor(number).ToString(CultureInfo.InvariantCulture);
}
