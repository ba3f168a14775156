using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Tries what the SDK needs of Data Center with harmless calls.</summary>
internal sealed class DataCenterProbe(IConfluenceDataCenterApi api)
{
    private const string SpacePermissions = "permission_checks";

    public async Task<IReadOnlyList<FeatureHealth>> RunAsync(IReadOnlyCollection<string> spaces, CancellationToken cancellationToken)
    {
        UserDto user = await api.GetCurrentUserAsync(cancellationToken).ConfigureAwait(false);
        FeatureHealth credentials = user.Type is "known" or "user"
            ? new("credentials", HealthState.Healthy, "works")
            : new("credentials", HealthState.Unhealthy, "the instance serves the account as anonymous: the token is unknown or revoked", "Correct ApiToken (and Username, for a password).");
        FeatureHealth search = await FeatureProbe.TryAsync("search", "the right to use Confluence", async () =>
        {
            await api.SearchAsync("type = page", limit: 1, start: null, expand: null, cancellationToken).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
        List<string> found = [];
        FeatureHealth list = await FeatureProbe.TryAsync("spaces", "the right to view the spaces", async () =>
        {
            string[] keys = [.. spaces.Take(50)];
            ListDto<SpaceDto> answer = await api.GetSpacesAsync(keys.Length == 0 ? null : keys, Math.Max(keys.Length, 1), start: null, cancellationToken).ConfigureAwait(false);
            found.AddRange((answer.Results ?? []).Select(s => s.Key).OfType<string>());
            return FeatureProbe.Missing("spaces", keys, found);
        }).ConfigureAwait(false);
        return [credentials, search, list, await PermissionChecksAsync(found.FirstOrDefault(), cancellationToken).ConfigureAwait(false)];
    }

    private async Task<FeatureHealth> PermissionChecksAsync(string? space, CancellationToken cancellationToken)
    {
        const string Consequence = "so the rights of other users can't be computed: their decisions are unknown and refused";
        if (space is null)
        {
            return new(SpacePermissions, HealthState.Degraded, $"no space is visible to try it on, {Consequence}", "Let the account view a space.");
        }

        try
        {
            await api.GetSpacePermissionsAsync(space, cancellationToken).ConfigureAwait(false);
            return new(SpacePermissions, HealthState.Healthy, "works");
        }
        catch (IntegrationException failure) when (failure is PermissionException or UnavailableException)
        {
            return new(SpacePermissions, HealthState.Degraded, $"the account is no administrator of the space '{space}', {Consequence}", "Make the account an administrator of the spaces it serves.");
        }
        catch (NotFoundException)
        {
            return new(SpacePermissions, HealthState.Degraded, $"the instance is older than 9.1 and has no call for space permissions, {Consequence}", "Upgrade to 9.1 or later.");
        }
    }
}
