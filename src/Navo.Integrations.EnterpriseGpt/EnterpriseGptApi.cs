namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Over which of OpenAI's APIs answers are asked for.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/migrate-to-responses"/>.</remarks>
public enum EnterpriseGptApi
{
    /// <summary><c>POST /responses</c>, which OpenAI recommends.</summary>
    Responses = 0,

    /// <summary><c>POST /chat/completions</c>, which servers compatible with OpenAI's have.</summary>
    ChatCompletions,
}
