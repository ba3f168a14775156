namespace Navo.Integrations.Benchmarks;

internal static class GptCheck
{
    /// <summary>Each way has read all of the text and the usage.</summary>
    public static void Answer(string? text, long? input, long? output)
    {
        if (text?.Length != GptAnswer.Text.Length || input != GptAnswer.InputTokens || output != GptAnswer.OutputTokens)
        {
            throw new InvalidOperationException($"{text?.Length} characters, {input} and {output} tokens came back.");
        }
    }
}
