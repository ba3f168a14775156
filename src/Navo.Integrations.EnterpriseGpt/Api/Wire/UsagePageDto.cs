namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>A page of <c>GET /organization/usage/completions</c> or <c>GET /organization/costs</c>.</summary>
internal sealed record UsagePageDto
{
    public IReadOnlyList<UsageBucketDto>? Data { get; init; }

    public bool? HasMore { get; init; }

    public string? NextPage { get; init; }
}
