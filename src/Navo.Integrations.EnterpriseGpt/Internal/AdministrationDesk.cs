using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What an administration key opens: the organization's own figures of usage and costs, and what OpenAI keeps.</summary>
internal sealed class AdministrationDesk(IOpenAiAdministrationApi api, EnterpriseGptConnection connection)
{
    private const string Daily = "1d";
    private const int DaysOfUsage = 31;
    private const int DaysOfCosts = 180;
    private const int MostPages = 1000;

    /// <summary>Whether there is an administration key.</summary>
    public bool HasKey => !string.IsNullOrEmpty(connection.Options.AdminApiKey);

    public bool CanTellRetention => HasKey && !string.IsNullOrEmpty(connection.ProjectId);

    /// <summary>Reads the key anew.</summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken) => connection.AdminCredentials.RefreshAsync(refused: null, cancellationToken);

    public async Task<DataRetention> RetentionAsync(CancellationToken cancellationToken)
    {
        if (!CanTellRetention)
        {
            throw new ConfigurationException("The project's data retention is told to an administration key only.")
            {
                Key = "Navo:Integrations:EnterpriseGpt:AdminApiKey",
                Remedy = "Set AdminApiKey and ProjectId.",
            };
        }

        DataRetentionDto answer = await api.GetDataRetentionAsync(connection.ProjectId!, cancellationToken).ConfigureAwait(false);
        return new(Required.Member(answer.Type, "type"));
    }

    public async Task<IReadOnlyList<OrganizationUsage>> UsageAsync(UsageQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<UsageBucketDto> buckets = await AllAsync(
            page => api.GetCompletionsUsageAsync(Seconds(query.From), EndOf(query.To), Daily, ["model", "project_id"], DaysOfUsage, page, cancellationToken)).ConfigureAwait(false);
        return [.. AdministrationMapping.ToUsage(buckets).Where(line => query.Model is null || line.Model == query.Model)];
    }

    public async Task<IReadOnlyList<OrganizationCost>> CostsAsync(UsageQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<UsageBucketDto> buckets = await AllAsync(
            page => api.GetCostsAsync(Seconds(query.From), EndOf(query.To), Daily, ["line_item", "project_id"], DaysOfCosts, page, cancellationToken)).ConfigureAwait(false);
        return AdministrationMapping.ToCosts(buckets);
    }

    private static async Task<IReadOnlyList<UsageBucketDto>> AllAsync(Func<string?, Task<UsagePageDto>> pageAt)
    {
        List<UsageBucketDto> buckets = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (string? next = null; ;)
        {
            UsagePageDto page = await pageAt(next).ConfigureAwait(false);
            buckets.AddRange(Required.Member(page.Data, "data"));
            if (page.HasMore != true)
            {
                return buckets;
            }

            next = Required.Member(page.NextPage, "next_page");
            if (!seen.Add(next) || seen.Count > MostPages)
            {
                throw new ProtocolException("The paging of the usage leads back to a page that was already seen, or never ends.");
            }
        }
    }

    /// <summary>The calendar ends with 9999-12-31; there is no day after it to name.</summary>
    private static long EndOf(DateOnly day) => Seconds(day) + (24 * 60 * 60);

    private static long Seconds(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
}
