using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Refit;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The administration endpoints, which take an administration key only.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/administration"/>.</remarks>
[Headers("Accept: application/json")]
internal interface IOpenAiAdministrationApi
{
    [Get("/organization/usage/completions")]
    Task<UsagePageDto> GetCompletionsUsageAsync(
        [AliasAs("start_time")] long startTime,
        [AliasAs("end_time")] long endTime,
        [AliasAs("bucket_width")] string bucketWidth,
        [AliasAs("group_by"), Query(CollectionFormat.Multi)] string[] groupBy,
        int limit,
        string? page,
        CancellationToken cancellationToken);

    [Get("/organization/costs")]
    Task<UsagePageDto> GetCostsAsync(
        [AliasAs("start_time")] long startTime,
        [AliasAs("end_time")] long endTime,
        [AliasAs("bucket_width")] string bucketWidth,
        [AliasAs("group_by"), Query(CollectionFormat.Multi)] string[] groupBy,
        int limit,
        string? page,
        CancellationToken cancellationToken);

    [Get("/organization/projects/{projectId}/data_retention")]
    Task<DataRetentionDto> GetDataRetentionAsync(string projectId, CancellationToken cancellationToken);
}
