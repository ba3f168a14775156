namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What OpenAI's moderation looks at.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/moderation"/>; it is free of charge.</remarks>
[Flags]
public enum EnterpriseGptModeration
{
    /// <summary>Nothing.</summary>
    Off = 0,

    /// <summary>Prompts: one that is flagged is not sent to the model.</summary>
    Prompts = 1,

    /// <summary>Answers: one that is flagged is withheld. Streamed answers are then handed out as a whole.</summary>
    Answers = 2,

    /// <summary>Both.</summary>
    All = Prompts | Answers,
}
