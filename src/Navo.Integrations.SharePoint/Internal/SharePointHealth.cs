using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>How the instance is: reachable, credentials in order, each feature permitted; and with <c>Sites.Selected</c>, which features it does without.</summary>
internal sealed class SharePointHealth(IIntegrationPipeline pipeline, IGraphApi api, SharePointSites sites, SearchRegion region, Func<SharePointSettings> current, TimeProvider time)
{
    private const string NobodysId = "00000000-0000-0000-0000-000000000000";

    private const string Remedy = "Register a new certificate with the application, and configure it, before that day.";

    public Task<IntegrationHealth> CheckAsync(CancellationToken cancellationToken) =>
        HealthReport.CheckAsync(pipeline, time, Known, ProbeAsync, cancellationToken);

    private IEnumerable<FeatureHealth> Known() => CertificateHealth.Of("certificate", ApplicationCertificate.EndOf(current().Options), time.GetUtcNow(), Remedy);

    private async Task<IReadOnlyList<FeatureHealth>> ProbeAsync(CancellationToken cancellationToken)
    {
        List<FeatureHealth> features = [];
        foreach (string site in current().Options.Sites)
        {
            features.Add(await TryAsync($"site {site}", "Sites.Read.All, or Sites.Selected with a grant of the site", () => TrySiteAsync(site, cancellationToken)).ConfigureAwait(false));
        }

        if (!sites.HasBoundary)
        {
            features.Add(await TryAsync("sites", "Sites.Read.All; with Sites.Selected, name the sites in the option Sites", () => api.GetSiteAsync("root", "id", cancellationToken)).ConfigureAwait(false));
        }

        features.Add(await TryAsync("search", "Sites.Read.All or Files.Read.All; with Sites.Selected there is no search", () => SearchAsync(cancellationToken)).ConfigureAwait(false));
        features.Add(await TryAsync("permissions", "User.Read.All and GroupMember.Read.All, to decide about readers without tokens of their own", () => DirectoryAsync(cancellationToken)).ConfigureAwait(false));
        return features;
    }

    private async Task TrySiteAsync(string site, CancellationToken cancellationToken)
    {
        if (SiteEntry.TryParse(site, out SiteEntry? entry))
        {
            await sites.GetByAddressAsync(new(await sites.AddressOfAsync(entry!, cancellationToken).ConfigureAwait(false)), "id", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        SearchRequestDto request = new()
        {
            EntityTypes = ["driveItem"],
            Query = new() { QueryString = "isDocument=true" },
            From = 0,
            Size = 1,
            Region = await region.GetAsync(cancellationToken).ConfigureAwait(false),
        };
        await GraphPages.ReadAsync<SearchResponsesDto>(api.SearchAsync(new() { Requests = [request] }, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the directory may be asked: about somebody who is not in it.</summary>
    private async Task DirectoryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await api.GetUserAsync(NobodysId, "id", cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return; // it answered
        }
    }

    private static async Task<FeatureHealth> TryAsync(string feature, string needs, Func<Task> trial)
    {
        try
        {
            await trial().ConfigureAwait(false);
            return new(feature, HealthState.Healthy, "works");
        }
        catch (PermissionException refused)
        {
            return new(feature, HealthState.Degraded, $"{refused.Message} It needs {needs}.", $"Grant the application {needs}.");
        }
        catch (NotFoundException)
        {
            return new(feature, HealthState.Degraded, "absent or not visible", $"Check the address, and grant the application {needs}.");
        }
        catch (IntegrationException failure) when (failure is InvalidQueryException or ConfigurationException)
        {
            return new(feature, HealthState.Degraded, failure.Message, failure.Remedy);
        }
    }
}
