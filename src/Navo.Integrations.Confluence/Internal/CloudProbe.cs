using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Tries what the SDK needs of Cloud with harmless calls.</summary>
internal sealed class CloudProbe(IConfluenceCloudApi api)
{
    public async Task<IReadOnlyList<FeatureHealth>> RunAsync(IReadOnlyCollection<string> spaces, CancellationToken cancellationToken)
    {
        UserDto user = await api.GetCurrentUserAsync("operations", cancellationToken).ConfigureAwait(false);
        FeatureHealth credentials = user.Type is "anonymous" or "unknown"
            ? new("credentials", HealthState.Unhealthy, "the site serves the account as anonymous", "Correct Username and ApiToken.")
            : new("credentials", HealthState.Healthy, "works");
        Task<FeatureHealth> search = FeatureProbe.TryAsync("search", "the scope search:confluence (classic) or read:content-details:confluence", async () =>
        {
            await api.SearchAsync("type = page", limit: 1, cursor: null, expand: null, cancellationToken).ConfigureAwait(false);
            return null;
        });
        Task<FeatureHealth> list = FeatureProbe.TryAsync("spaces", "the scope read:space:confluence", () => SpacesAsync(spaces, cancellationToken));
        return [credentials, await search.ConfigureAwait(false), await list.ConfigureAwait(false), PermissionChecks(user)];
    }

    private async Task<FeatureHealth?> SpacesAsync(IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        List<string> found = [];
        string[] keys = [.. wanted.Take(ConfluenceDefaults.MaxPageSize)];
        ListDto<SpaceDto> answer = await api.GetSpacesAsync(keys.Length == 0 ? null : keys, status: null, Math.Max(keys.Length, 1), cursor: null, cancellationToken).ConfigureAwait(false);
        found.AddRange((answer.Results ?? []).Select(s => s.Key).OfType<string>());
        return FeatureProbe.Missing("spaces", keys, found);
    }

    private static FeatureHealth PermissionChecks(UserDto user)
    {
        bool isAdministrator = user.Operations?.Any(o => o is { Operation: "administer", TargetType: "application" }) == true;
        return isAdministrator
            ? new("permission_checks", HealthState.Healthy, "works")
            : new(
                "permission_checks",
                HealthState.Degraded,
                "the account is no Confluence Administrator, so the rights of other users can't be read: their decisions are unknown and refused",
                "Grant the account the global permission Confluence Administrator if calls are made on behalf of users.");
    }
}
