namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What the organization was charged for a day.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/usage/costs"/>; needs an administration key.</remarks>
public sealed record OrganizationCost
{
    /// <summary>The day (UTC).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The amount.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Its currency in lower case as OpenAI gives it, for example <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>What it is for; null where costs were not broken down by it.</summary>
    public string? LineItem { get; init; }

    /// <summary>The project's id; null where costs were not broken down by it.</summary>
    public string? ProjectId { get; init; }
}
