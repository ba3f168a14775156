namespace Navo.Integrations.EnterpriseGpt;

/// <summary>The tokens of one call or of many. Cached and written ones are part of the input, reasoning is part of the output.</summary>
/// <param name="Input">Tokens of the prompt, cached ones included.</param>
/// <param name="CachedInput">Those of them that the vendor's prompt cache held.</param>
/// <param name="CacheWrite">Those of them that were written to it.</param>
/// <param name="Output">Tokens of the answer, hidden ones included.</param>
/// <param name="Reasoning">Those of them that a reasoning model thought and did not show.</param>
public readonly record struct TokenUsage(long Input, long CachedInput, long CacheWrite, long Output, long Reasoning)
{
    /// <summary>The share of the input that came from the vendor's prompt cache, 0 to 1.</summary>
    public double CachedShare => Input <= 0 ? 0 : (double)CachedInput / Input;

    /// <summary>Adds two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(
        left.Input + right.Input,
        left.CachedInput + right.CachedInput,
        left.CacheWrite + right.CacheWrite,
        left.Output + right.Output,
        left.Reasoning + right.Reasoning);
}
