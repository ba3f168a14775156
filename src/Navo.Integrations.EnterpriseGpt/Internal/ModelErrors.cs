using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What failures say of a model.</summary>
internal static class ModelErrors
{
    private static readonly string[] GoneCodes = ["model_not_found", "model_not_available", "not_found", "deprecated_model", "model_deprecated"];

    /// <summary>Whether the API itself says that there is no such model; a proxy that knows no such page does not.</summary>
    public static bool IsGone(NotFoundException failure) => failure.ErrorCode is { } code && GoneCodes.Contains(code, StringComparer.Ordinal);
}
