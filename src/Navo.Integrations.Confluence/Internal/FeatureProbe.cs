using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Tries one feature and says in a row what was found.</summary>
internal static class FeatureProbe
{
    public static async Task<FeatureHealth> TryAsync(string feature, string scopes, Func<Task<FeatureHealth?>> attempt)
    {
        try
        {
            return await attempt().ConfigureAwait(false) ?? new(feature, HealthState.Healthy, "works");
        }
        catch (PermissionException failure)
        {
            return new(feature, HealthState.Unhealthy, $"missing right or scope: {failure.Message}", $"Grant {scopes}.");
        }
        catch (IntegrationException failure)
        {
            return new(feature, HealthState.Unhealthy, failure.Message, failure.Remedy);
        }
    }

    /// <summary>Names configured spaces that the account does not see.</summary>
    public static FeatureHealth? Missing(string feature, IReadOnlyCollection<string> wanted, IEnumerable<string> found)
    {
        string[] missing = [.. wanted.Except(found, StringComparer.OrdinalIgnoreCase)];
        return missing.Length == 0
            ? null
            : new(feature, HealthState.Degraded, $"not visible: {string.Join(", ", missing)}", "Correct the option Spaces, or let the account view those spaces.");
    }
}
