namespace Navo.Integrations.Testing.OpenAi;

/// <summary>An answer that a test prescribes instead of the built one. Limits on output still cut it.</summary>
public sealed record OpenAiScriptedAnswer
{
    private OpenAiScriptedAnswer()
    {
    }

    internal string? Text { get; private init; }

    internal string? Refusal { get; private init; }

    internal string? IncompleteReason { get; private init; }

    internal bool IsHalf { get; private init; }

    /// <summary>Answers with a text as it stands, even where a schema asks for another form.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The answer.</returns>
    public static OpenAiScriptedAnswer Say(string text) => new() { Text = text };

    /// <summary>Refuses to answer, in the member that the API has for it.</summary>
    /// <param name="refusal">What the model says.</param>
    /// <returns>The answer.</returns>
    public static OpenAiScriptedAnswer Refuse(string refusal = "I'm sorry, I can't help with that.") => new() { Refusal = refusal };

    /// <summary>Answers with a text and says that the limit of tokens was reached.</summary>
    /// <param name="text">The text so far.</param>
    /// <returns>The answer.</returns>
    public static OpenAiScriptedAnswer CutOff(string text) => new() { Text = text, IncompleteReason = "max_output_tokens" };

    /// <summary>Answers with the first half of what would be built, and says that the limit of tokens was reached: JSON then ends in the middle.</summary>
    /// <returns>The answer.</returns>
    public static OpenAiScriptedAnswer Truncated() => new() { IsHalf = true, IncompleteReason = "max_output_tokens" };

    /// <summary>Answers with a text and says that the content filter stopped it.</summary>
    /// <param name="text">The text so far.</param>
    /// <returns>The answer.</returns>
    public static OpenAiScriptedAnswer Filtered(string text = "") => new() { Text = text, IncompleteReason = "content_filter" };
}
