using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The quota that was bought is used up: waiting does not help.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/error-codes"/>.</remarks>
internal static class QuotaErrors
{
    public const string Code = "insufficient_quota";

    public static ThrottledException Exhausted(string? requestId) => new("The quota of the organization is used up; trying again does not help.")
    {
        StatusCode = 429,
        ErrorCode = Code,
        RequestId = requestId,
        IsTransient = false,
        Remedy = "Raise the limit or add credit in the organization's billing settings.",
    };
}
