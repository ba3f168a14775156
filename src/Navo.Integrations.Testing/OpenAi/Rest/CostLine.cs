namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>One position of the bill.</summary>
/// <param name="Usage">The call it belongs to.</param>
/// <param name="Item">What is paid for, for instance <c>gpt-4o, output</c>.</param>
/// <param name="Tokens">How many tokens.</param>
/// <param name="Price">What a million of them costs in US dollars.</param>
internal sealed record CostLine(OpenAiUsage Usage, string Item, int Tokens, decimal Price)
{
    public decimal Amount => Tokens * Price / 1_000_000m;

    public static IEnumerable<CostLine> Of(OpenAiUsage usage, OpenAiModel? model) => model is null ? [] : new CostLine[]
    {
        new(usage, $"{usage.Model}, input", usage.InputTokens - usage.CachedTokens, model.InputPrice),
        new(usage, $"{usage.Model}, cached input", usage.CachedTokens, model.CachedPrice),
        new(usage, $"{usage.Model}, output", usage.OutputTokens, model.OutputPrice),
    }.Where(l => l.Tokens > 0);
}
