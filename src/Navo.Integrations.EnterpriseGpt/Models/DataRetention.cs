namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What OpenAI keeps of the project's requests, as the project's setting says.</summary>
/// <param name="Setting">The setting as OpenAI names it, for example <c>zero_data_retention</c> or <c>organization_default</c>.</param>
/// <remarks><see href="https://platform.openai.com/docs/guides/your-data"/>.</remarks>
public sealed record DataRetention(string Setting)
{
    /// <summary>Whether nothing is kept, whatever a request asks for. False where the organization's default applies, which the API does not tell.</summary>
    public bool IsZero => Setting is "zero_data_retention" or "enhanced_zero_data_retention";
}
