using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>The organization's figures, a line for each day, model or line item, and project.</summary>
internal static class AdministrationMapping
{
    public static IReadOnlyList<OrganizationUsage> ToUsage(IReadOnlyList<UsageBucketDto> buckets) =>
    [
        .. Lines(buckets).Select(line => new OrganizationUsage
        {
            Day = line.Day,
            Model = line.Result.Model,
            ProjectId = line.Result.ProjectId,
            Requests = line.Result.NumModelRequests ?? 0,
            Tokens = new(
                Required.Member(line.Result.InputTokens, "input_tokens"),
                line.Result.InputCachedTokens ?? 0,
                line.Result.InputCacheWriteTokens ?? 0,
                Required.Member(line.Result.OutputTokens, "output_tokens"),
                0),
        }),
    ];

    public static IReadOnlyList<OrganizationCost> ToCosts(IReadOnlyList<UsageBucketDto> buckets) =>
    [
        .. Lines(buckets).Select(line => new OrganizationCost
        {
            Day = line.Day,
            Amount = Required.Member(line.Result.Amount?.Value, "amount.value"),
            Currency = Required.Member(line.Result.Amount?.Currency, "amount.currency"),
            LineItem = line.Result.LineItem,
            ProjectId = line.Result.ProjectId,
        }),
    ];

    private static IEnumerable<(DateOnly Day, UsageResultDto Result)> Lines(IReadOnlyList<UsageBucketDto> buckets) =>
        buckets.SelectMany(bucket => Required.Member(bucket.Results, "results").Select(result => (DayOf(bucket), result)));

    private static DateOnly DayOf(UsageBucketDto bucket) => UnixTime.Of(Required.Member(bucket.StartTime, "start_time")) is { } start
        ? DateOnly.FromDateTime(start.UtcDateTime)
        : throw new ProtocolException("A bucket of usage begins at no time.");
}
