namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record UsageBucketDto
{
    public long? StartTime { get; init; }

    public IReadOnlyList<UsageResultDto>? Results { get; init; }
}
