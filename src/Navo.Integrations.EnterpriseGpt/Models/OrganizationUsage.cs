namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What the organization used in a day, as OpenAI counts it.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/usage/completions"/>; needs an administration key.</remarks>
public sealed record OrganizationUsage
{
    /// <summary>The day (UTC).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The model; null where usage was not broken down by it.</summary>
    public string? Model { get; init; }

    /// <summary>The project's id; null where usage was not broken down by it.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The tokens. OpenAI does not tell reasoning apart here.</summary>
    public TokenUsage Tokens { get; init; }

    /// <summary>Requests to models.</summary>
    public long Requests { get; init; }
}
