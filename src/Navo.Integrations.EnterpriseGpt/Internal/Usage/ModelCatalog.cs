using System.Collections.Concurrent;
using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The models that are known, with their prices by day. What is not known is null, never zero.</summary>
internal sealed class ModelCatalog
{
    private const int MostFound = 1000;
    private const int DateLength = 10;                          // 2024-08-06
    private readonly Dictionary<string, PricesModel> _models = new(StringComparer.Ordinal);
    private readonly decimal _regional;

    /// <summary>What was looked up: each call asks six times about one model on one day.</summary>
    private readonly ConcurrentDictionary<(string Model, DateOnly Day), ModelFacts?> _found = new();

    public ModelCatalog(PricesDocument document)
    {
        AsOf = document.AsOf;
        _regional = 1 + document.RegionalSurcharge;
        foreach (PricesModel model in document.Models)
        {
            foreach (string name in model.Also.Prepend(model.Id))
            {
                _models[name] = model;
            }
        }
    }

    /// <summary>The day on which the prices were looked up.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What is known about a model. A dated snapshot without an entry of its own is its model.</summary>
    public ModelFacts? Find(string model, DateOnly day)
    {
        if (_found.TryGetValue((model, day), out ModelFacts? facts))
        {
            return facts;
        }

        facts = Search(model, day);
        if (_found.Count < MostFound)
        {
            _found[(model, day)] = facts;
        }

        return facts;
    }

    private ModelFacts? Search(string model, DateOnly day)
    {
        if (_models.TryGetValue(model, out PricesModel? found) || _models.TryGetValue(WithoutDate(model), out found))
        {
            return found.On(day);
        }

        return null;
    }

    /// <summary>The cost in US dollars; null where the model, or a price that the usage needs, is not known for the day.</summary>
    public decimal? CostOf(string model, TokenUsage usage, DateOnly day, bool isRegional = false)
    {
        ModelFacts? facts = Find(model, day);
        return facts?.Price?.CostOf(usage, facts.LongContext) * (isRegional ? _regional : 1);
    }

    /// <summary>What a call may cost at most; null where that is not known.</summary>
    public CallPrice? WorstOf(string model, int inputTokens, int maxOutputTokens, DateOnly day, bool isRegional = false)
    {
        ModelFacts? facts = Find(model, day);
        return facts?.Price?.Worst(inputTokens, maxOutputTokens, facts.LongContext)?.Times(isRegional ? _regional : 1);
    }

    private static string WithoutDate(string model)
    {
        int dash = model.Length - DateLength - 1;
        bool isSnapshot = dash > 0 && model[dash] == '-'
            && DateOnly.TryParseExact(model.AsSpan(dash + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isSnapshot ? model[..dash] : model;
    }
}
