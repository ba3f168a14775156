namespace Navo.Integrations.Testing.OpenAi;

/// <summary>What a model can do.</summary>
public enum OpenAiModelKind
{
    /// <summary>Writes text, for chat completions and responses.</summary>
    Text,

    /// <summary>Makes vectors of texts.</summary>
    Embedding,

    /// <summary>Finds harmful texts.</summary>
    Moderation,
}
