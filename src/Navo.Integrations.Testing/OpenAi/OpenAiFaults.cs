using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi;

/// <summary>Refusals and broken streams in the forms in which OpenAI gives them.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/error-codes"/>.</remarks>
public static partial class OpenAiFaults
{
    /// <summary>429 because of a limit of requests or tokens in a minute. The reset headers tell the wait as Go durations, for instance <c>6m0s</c>.</summary>
    /// <param name="reset">How long until the limit is full again.</param>
    /// <param name="type">The limit that was hit: <c>requests</c> or <c>tokens</c>.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> says, in whole seconds, rounded up; not sent if null.</param>
    /// <param name="retryAfterMs">What <c>retry-after-ms</c> says; not sent if null.</param>
    /// <returns>The fault.</returns>
    public static Fault RateLimited(TimeSpan reset, string type = "requests", TimeSpan? retryAfter = null, TimeSpan? retryAfterMs = null)
    {
        string duration = GoDuration.Format(reset);
        Dictionary<string, string> headers = new()
        {
            ["x-ratelimit-limit-requests"] = "500",
            ["x-ratelimit-limit-tokens"] = "30000",
            ["x-ratelimit-remaining-requests"] = type == "requests" ? "0" : "499",
            ["x-ratelimit-remaining-tokens"] = type == "requests" ? "29000" : "0",
            ["x-ratelimit-reset-requests"] = type == "requests" ? duration : "120ms",
            ["x-ratelimit-reset-tokens"] = type == "requests" ? "2s" : duration,
        };
        AddWait(headers, "retry-after", retryAfter?.TotalSeconds);
        AddWait(headers, "retry-after-ms", retryAfterMs?.TotalMilliseconds);
        string unit = type == "requests" ? "requests per min (RPM): Limit 500, Used 500, Requested 1" : "tokens per min (TPM): Limit 30000, Used 29937, Requested 385";
        return Refusal(new(429, $"Rate limit reached for gpt-4o in organization org-northwindtidal on {unit}. Please try again in {duration}.", code: "rate_limit_exceeded")
        {
            Type = type,
            Headers = headers,
        });
    }

    /// <summary>429 because the money is used up: no wait helps.</summary>
    /// <returns>The fault.</returns>
    public static Fault InsufficientQuota() => Refusal(OpenAiError.QuotaUsedUp());

    /// <summary>401 because of the key.</summary>
    /// <param name="masked">The key as the vendor repeats it, with stars in its middle.</param>
    /// <returns>The fault.</returns>
    public static Fault InvalidApiKey(string masked = "sk-proj-****************************9x7Q") => Refusal(OpenAiError.InvalidKey(masked));

    /// <summary>401 because the key belongs to another organization than the header names.</summary>
    /// <returns>The fault.</returns>
    public static Fault WrongOrganization() => Refusal(OpenAiError.WrongOrganization());

    /// <summary>404 because the model does not exist, is shut down, or is not for this key.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The fault.</returns>
    public static Fault ModelNotFound(string model) => Refusal(OpenAiError.ModelNotFound(model));

    /// <summary>400 because the prompt is longer than the model takes.</summary>
    /// <param name="window">What the model takes, in tokens.</param>
    /// <param name="got">What it got, in tokens.</param>
    /// <returns>The fault.</returns>
    public static Fault ContextLengthExceeded(int window = 128_000, int got = 204_308) => Refusal(OpenAiError.ContextLength(window, got));

    /// <summary>500 without a reason.</summary>
    /// <returns>The fault.</returns>
    public static Fault ServerError() => Refusal(OpenAiError.ServerError());

    /// <summary>503 because the service is under load.</summary>
    /// <returns>The fault.</returns>
    public static Fault Overloaded() => Refusal(OpenAiError.Overloaded());

    private static Fault Refusal(OpenAiError error) => Fault.Status(error.Status, error.Body().ToJsonString(), headers: error.Headers);

    private static void AddWait(Dictionary<string, string> headers, string name, double? wait)
    {
        if (wait is { } amount)
        {
            headers[name] = Math.Ceiling(amount).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
