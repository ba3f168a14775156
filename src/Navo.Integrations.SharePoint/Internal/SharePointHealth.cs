using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>How the instance is: reachable, credentials in order, each feature permitted; and with <c>Sites.Selected</c>, which features it does without.</summary>
internal sealed class SharePointHealth(IIntegrationPipeline pipeline, IGraphApi api, SharePointSites sites, SearchRegion region, Func<SharePointSettings> current, TimeProvider time)
{
    private const string NobodysId = "00000000-0000-0000-0000-000000000000";

    private static readonly TimeSpan CertificateWarning = TimeSpan.FromDays(30);

    public async Task<IntegrationHealth> CheckAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        IReadOnlyList<FeatureHealth> features;
        try
        {
            IntegrationCall<IReadOnlyList<FeatureHealth>> call = new(AccessContext.Service, ProbeAsync);
            features = await pipeline.ExecuteAsync(IntegrationOperations.CheckHealth, call, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            return HealthReport.Of(pipeline.Name, time, started, [new("reachability", HealthState.Unhealthy, failure.Message, failure.Remedy)]);
        }

        return HealthReport.Of(pipeline.Name, time, started, [new("reachability", HealthState.Healthy, "works"), .. features]);
    }

    private async Task<IReadOnlyList<FeatureHealth>> ProbeAsync(CancellationToken cancellationToken)
    {
        List<FeatureHealth> features = [.. CertificateOf(current().Options)];
        foreach (SiteEntry entry in current().Sites)
        {
            string address = await sites.AddressOfAsync(entry, cancellationToken).ConfigureAwait(false);
            features.Add(await TryAsync($"site {address}", "Sites.Read.All, or Sites.Selected with a grant of the site", () => sites.GetByAddressAsync(new(address), "id", cancellationToken)).ConfigureAwait(false));
        }

        if (!sites.HasBoundary)
        {
            features.Add(await TryAsync("sites", "Sites.Read.All; with Sites.Selected, name the sites in the option Sites", () => api.GetSiteAsync("root", "id", cancellationToken)).ConfigureAwait(false));
        }

        features.Add(await TryAsync("search", "Sites.Read.All or Files.Read.All; with Sites.Selected there is no search", () => SearchAsync(cancellationToken)).ConfigureAwait(false));
        features.Add(await TryAsync("permissions", "User.Read.All and GroupMember.Read.All, to decide about readers without tokens of their own", () => DirectoryAsync(cancellationToken)).ConfigureAwait(false));
        return features;
    }

    private IEnumerable<FeatureHealth> CertificateOf(SharePointOptions options)
    {
        if (ApplicationCertificate.EndOf(options) is { } end)
        {
            string said = string.Create(CultureInfo.InvariantCulture, $"the application's certificate ends on {end:yyyy-MM-dd}");
            FeatureHealth health = end - time.GetUtcNow() < CertificateWarning
                ? new("certificate", HealthState.Degraded, said, "Register a new certificate with the application, and configure it, before that day.")
                : new("certificate", HealthState.Healthy, said);
            yield return health with { EndsAt = end };
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
