namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Finds what is wrong with a file of prices that has the right shape.</summary>
internal static class PricesCheck
{
    /// <summary>More is a slip of the pen, and what costs come to would overflow.</summary>
    private const int Dearest = 1_000_000;

    /// <summary>The first mistake, with its place; null for none.</summary>
    public static string? FirstMistake(PricesDocument document)
    {
        if (document.Currency != "USD")
        {
            return "currency must be USD";
        }

        if (document.RegionalSurcharge is < 0 or > 10)
        {
            return "regionalSurcharge must be 0 to 10";
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        return document.Models.Select((model, i) => Of(model, $"models[{i}]", names)).FirstOrDefault(static mistake => mistake is not null);
    }

    // The parser sees to members that must not be null, but not to elements of lists.
    private static string? Of(PricesModel? model, string place, HashSet<string> names)
    {
        if (model is null || model.Prices.Any(static price => price is null))
        {
            return $"{place} is null or has a price that is";
        }

        if (model.Also.Prepend(model.Id).Any(name => string.IsNullOrWhiteSpace(name) || !names.Add(name)))
        {
            return $"{place} has an empty name or one that stands in the file twice";
        }

        if (model.LongContext is { } rule && (rule.Above <= 0 || rule.Input is < 1 or > 100 || rule.Output is < 1 or > 100))
        {
            return $"{place}.longContext needs a number of tokens above 0 and factors of 1 to 100";
        }

        return model.ContextWindow <= 0 || model.MaxInput <= 0 || model.MaxOutput <= 0
            ? $"{place} has a window or a limit that is not above 0"
            : OfPrices(model.Prices, $"{place}.prices");
    }

    private static string? OfPrices(IReadOnlyList<ModelPrice> prices, string place)
    {
        for (int i = 0; i < prices.Count; i++)
        {
            if (prices[i].Input < 0 || prices[i].CachedInput < 0 || prices[i].CacheWrite < 0 || prices[i].Output < 0)
            {
                return $"{place}[{i}] has a price below 0";
            }

            if (prices[i].Input > Dearest || prices[i].CachedInput > Dearest || prices[i].CacheWrite > Dearest || prices[i].Output > Dearest)
            {
                return $"{place}[{i}] has a price above {Dearest} dollars for a million tokens";
            }

            if (i > 0 && prices[i].From <= prices[i - 1].From)
            {
                return $"{place}[{i}].from must be later than that of the price before it";
            }
        }

        return null;
    }
}
