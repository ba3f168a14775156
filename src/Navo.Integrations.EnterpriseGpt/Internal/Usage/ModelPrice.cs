namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What a model costs from a day on, in US dollars for a million tokens. Null is unknown, never free.</summary>
internal sealed record ModelPrice
{
    private const decimal Million = 1_000_000m;

    public required DateOnly From { get; init; }

    public required decimal Input { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? Output { get; init; }

    /// <summary>The cost of a usage; null where it needs a price that is not known. Decimal from end to end, so exact.</summary>
    public decimal? CostOf(TokenUsage usage, LongContextRule? rule)
    {
        (decimal ofInput, decimal ofOutput) = Factors(usage.Input, rule);
        long plain = Math.Max(0, usage.Input - usage.CachedInput - usage.CacheWrite);
        decimal? input = (plain * Input) + Part(usage.CachedInput, CachedInput) + (usage.CacheWrite * (CacheWrite ?? Input));
        return ((input * ofInput) + (Part(usage.Output, Output) * ofOutput)) / Million;
    }

    /// <summary>What a call may cost: nothing of its prompt cached and all of it written to the cache, which is the dearest that can happen.</summary>
    public CallPrice? Worst(int inputTokens, int maxOutputTokens, LongContextRule? rule)
    {
        (decimal ofInput, decimal ofOutput) = Factors(inputTokens, rule);
        decimal input = inputTokens * Math.Max(Input, CacheWrite ?? Input) * ofInput / Million;
        decimal? output = maxOutputTokens == 0 ? Output ?? 0 : Output;
        return output is { } each ? new CallPrice(input, each * ofOutput / Million) : null;
    }

    private static (decimal Input, decimal Output) Factors(long inputTokens, LongContextRule? rule) =>
        rule is not null && inputTokens > rule.Above ? (rule.Input, rule.Output) : (1, 1);

    private static decimal? Part(long tokens, decimal? price) => tokens == 0 ? 0 : tokens * price;
}
