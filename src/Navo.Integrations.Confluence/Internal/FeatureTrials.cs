using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Tries every feature once. The scopes are those that the vendor's description of each endpoint names.</summary>
internal sealed class FeatureTrials(IConfluenceClient client, IConfluenceDesk desk, IReadOnlyCollection<string> spaces, bool isCloud)
{
    private static readonly ContentId NoPage = default;

    public async Task<IReadOnlyList<ProbedFeature>> RunAsync(CancellationToken cancellationToken)
    {
        ContentId page = await FindPageAsync(cancellationToken).ConfigureAwait(false);
        List<ProbedFeature> features = [];
        foreach (FeatureTrial trial in Trials())
        {
            (ProbeOutcome outcome, string detail) = page == NoPage && !trial.NeedsNoPage
                ? (ProbeOutcome.NotTried, "No page is visible to try it on.")
                : await TryAsync(trial, page, cancellationToken).ConfigureAwait(false);
            features.Add(new(trial.Name, outcome, detail, isCloud ? trial.Scopes : [], isCloud ? trial.ClassicScopes : []));
        }

        return features;
    }

    private FeatureTrial[] Trials() =>
    [
        new("search", async (_, token) => { await SearchAsync(token).ConfigureAwait(false); return null; }) { NeedsNoPage = true, Scopes = ["read:content-details:confluence"], ClassicScopes = ["search:confluence"] },
        new("spaces", (_, token) => FirstAsync(client.GetSpacesAsync(AccessContext.Service, token))) { NeedsNoPage = true, Scopes = ["read:space:confluence"] },
        new("pages", async (page, token) => { await desk.GetMetadataAsync(page, token).ConfigureAwait(false); return null; }) { Scopes = ["read:page:confluence", "read:content.metadata:confluence", "read:space:confluence", "read:user:confluence"] },
        new("comments", (page, token) => FirstAsync(client.GetCommentsAsync(page, AccessContext.Service, token))) { Scopes = ["read:comment:confluence"] },
        new("attachments", (page, token) => FirstAsync(client.GetAttachmentsAsync(page, AccessContext.Service, token))) { Scopes = ["read:attachment:confluence"] },
        new("versions", (page, token) => FirstAsync(client.GetVersionsAsync(page, AccessContext.Service, token))) { Scopes = ["read:page:confluence"] },
        new("access_policies", async (page, token) => { await desk.GetPolicyAsync(page, token).ConfigureAwait(false); return null; })
        {
            Scopes = ["read:content-details:confluence", "read:space:confluence", "read:space.permission:confluence", "read:configuration:confluence"],
            ClassicScopes = ["read:confluence-content.all"],
        },
        new("permission_checks", (_, token) => PermissionChecksAsync(token)) { NeedsNoPage = true, Scopes = ["read:content.permission:confluence"], ClassicScopes = ["read:confluence-content.permission"] },
        new("views", async (page, token) => (await desk.CountViewsAsync(page, token).ConfigureAwait(false)).Problem) { Scopes = ["read:analytics.content:confluence"], ClassicScopes = ["read:confluence-content.summary"] },
    ];

    private static async Task<(ProbeOutcome Outcome, string Detail)> TryAsync(FeatureTrial trial, ContentId page, CancellationToken cancellationToken)
    {
        try
        {
            string? problem = await trial.TryAsync(page, cancellationToken).ConfigureAwait(false);
            return problem is null ? (ProbeOutcome.Works, "works") : (ProbeOutcome.MissingLicense, problem);
        }
        catch (PermissionException failure)
        {
            bool isScope = failure.Message.Contains("scope", StringComparison.OrdinalIgnoreCase);
            return (isScope ? ProbeOutcome.MissingScope : ProbeOutcome.MissingRight, failure.Message);
        }
        catch (NotFoundException failure)
        {
            return (ProbeOutcome.MissingRight, failure.Message);
        }
        catch (IntegrationException failure)
        {
            return (ProbeOutcome.Unavailable, failure.Message);
        }
    }

    private async Task<ContentId> FindPageAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await SearchAsync(cancellationToken).ConfigureAwait(false)).Hits.Select(static hit => hit.Id).FirstOrDefault();
        }
        catch (IntegrationException)
        {
            return NoPage; // the row of search says why
        }
    }

    private Task<SearchPage> SearchAsync(CancellationToken cancellationToken) =>
        client.SearchContentAsync(new CqlSearch(Cql.Type.Is(CqlContentType.Page)) { Limit = 1 }, AccessContext.Service, cancellationToken);

    /// <summary>That others can be asked about is a right of the account, which health finds out.</summary>
    private async Task<string?> PermissionChecksAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FeatureHealth> features = await desk.ProbeAsync(spaces, cancellationToken).ConfigureAwait(false);
        FeatureHealth? checks = features.FirstOrDefault(static f => f.Name == "permission_checks");
        return checks is null or { Status: HealthState.Healthy } ? null : throw new PermissionException(checks.Detail) { Remedy = checks.Remedy };
    }

    private static async Task<string?> FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items.ConfigureAwait(false))
        {
            break;
        }

        return null;
    }
}
