using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What a model takes, by the data file where it knows the model and by its family where it doesn't.</summary>
internal sealed class ModelTraits(PriceBook book, TimeProvider time)
{
    public bool IsReasoning(string model) => Find(model)?.IsReasoning ?? ModelFamilies.IsReasoning(model);

    public int? WindowOf(string model) => Find(model)?.ContextWindow;

    public int? MaxOutputOf(string model) => Find(model)?.MaxOutput;

    /// <summary>Whether a temperature may be sent. A model that takes one only without thinking gets none: what it thinks is its own affair.</summary>
    public bool TakesTemperature(string model, string? effort) => Find(model)?.Temperature switch
    {
        TemperatureUse.Always => true,
        TemperatureUse.WithoutReasoning => effort == "none",
        TemperatureUse.Never => false,
        _ => !ModelFamilies.IsReasoning(model),
    };

    public DateOnly? ShutdownOf(string model) => Find(model)?.Shutdown;

    private ModelFacts? Find(string model) => book.Current.Find(model, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}
