using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.EnterpriseGpt.Api;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>How the instance is: reachable, the key accepted, the model there and how long still, quota left, vector stores readable, and what OpenAI keeps.</summary>
internal sealed class EnterpriseGptHealth(IIntegrationPipeline pipeline, OpenAiApi api, AdministrationDesk administration, ModelHealth models, HealthSources sources)
{
    public Task<IntegrationHealth> CheckAsync(CancellationToken cancellationToken) =>
        HealthReport.CheckAsync(pipeline, sources.Time, static () => [], ProbeAsync, cancellationToken);

    private async Task<IReadOnlyList<FeatureHealth>> ProbeAsync(CancellationToken cancellationToken)
    {
        EnterpriseGptOptions options = sources.Current();
        List<FeatureHealth> features = [options.GetChatClient() is null
            ? await models.CheckAsync(cancellationToken).ConfigureAwait(false)
            : new("model", HealthState.Healthy, "another model than OpenAI's is used; it is not checked")];
        features.AddRange(QuotaOf());
        foreach (string store in options.VectorStores)
        {
            features.Add(await StoreAsync(store, cancellationToken).ConfigureAwait(false));
        }

        if (administration.CanTellRetention)
        {
            features.Add(await RetentionAsync(cancellationToken).ConfigureAwait(false));
        }

        return features;
    }

    private IEnumerable<FeatureHealth> QuotaOf()
    {
        if (sources.Pacer.Scarcest() is (string model, QuotaLeft left))
        {
            string said = string.Create(CultureInfo.InvariantCulture, $"{left.Least:P0} of the rate limit of {model} is left");
            yield return left.Least < 0.05
                ? new("quota", HealthState.Degraded, said, "Spread the calls, or ask OpenAI for a higher limit.")
                : new("quota", HealthState.Healthy, said);
        }
    }

    private async Task<FeatureHealth> StoreAsync(string store, CancellationToken cancellationToken)
    {
        try
        {
            await api.GetStoreAsync(store, cancellationToken).ConfigureAwait(false);
            return new($"vector store {store}", HealthState.Healthy, "works");
        }
        catch (IntegrationException failure) when (failure is NotFoundException or PermissionException)
        {
            return new($"vector store {store}", HealthState.Degraded, failure.Message, "Check the id in VectorStores, and that the key belongs to the project that has the store.");
        }
    }

    private async Task<FeatureHealth> RetentionAsync(CancellationToken cancellationToken)
    {
        try
        {
            DataRetention retention = await administration.RetentionAsync(cancellationToken).ConfigureAwait(false);
            return new("data retention", HealthState.Healthy, $"the project's setting is '{retention.Setting}'");
        }
        catch (IntegrationException failure) when (failure is AuthenticationException or PermissionException or NotFoundException)
        {
            return new("data retention", HealthState.Degraded, failure.Message, "Check AdminApiKey and ProjectId.");
        }
    }
}
