using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Whether the configured model is there, and when it ends. What the API says of it is remembered for the choice of the model.</summary>
internal sealed class ModelHealth(OpenAiApi api, ModelLineup lineup, HealthSources sources)
{
    private const string Feature = "model";

    public async Task<FeatureHealth> CheckAsync(CancellationToken cancellationToken)
    {
        EnterpriseGptOptions options = sources.Current();
        if (await IsThereAsync(options.Model, cancellationToken).ConfigureAwait(false))
        {
            return Ending(options);
        }

        foreach (string fallback in options.FallbackModels)
        {
            if (await IsThereAsync(fallback, cancellationToken).ConfigureAwait(false))
            {
                return new(Feature, HealthState.Degraded, $"'{options.Model}' is gone; '{fallback}' answers in its place", $"Set Model to '{fallback}' or another model.") { EndsAt = EndOf(options) };
            }
        }

        return new(Feature, HealthState.Unhealthy, $"neither '{options.Model}' nor one of its fallbacks is there for this key", "Set Model to one that the project may use.") { EndsAt = EndOf(options) };
    }

    private FeatureHealth Ending(EnterpriseGptOptions options)
    {
        if (lineup.ShutdownOf(options.Model) is not { } end)
        {
            return new(Feature, HealthState.Healthy, $"'{options.Model}' is there");
        }

        int days = end.DayNumber - DateOnly.FromDateTime(sources.Time.GetUtcNow().UtcDateTime).DayNumber;
        string said = string.Create(CultureInfo.InvariantCulture, $"'{options.Model}' leaves the API on {end:yyyy-MM-dd}, in {days} days");
        FeatureHealth health = days <= options.ShutdownWarning.TotalDays
            ? new(Feature, HealthState.Degraded, said, $"Choose another Model before; without that, {Successors(options)} on that day.")
            : new(Feature, HealthState.Healthy, said);
        return health with { EndsAt = EndOf(options) };
    }

    private DateTimeOffset? EndOf(EnterpriseGptOptions options) => lineup.ShutdownOf(options.Model) is { } end ? new(end, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private static string Successors(EnterpriseGptOptions options) =>
        options.FallbackModels.Count == 0 ? "calls fail" : $"'{string.Join("', '", options.FallbackModels)}' takes over";

    private async Task<bool> IsThereAsync(string model, CancellationToken cancellationToken)
    {
        try
        {
            ModelDto found = await api.GetModelAsync(model, cancellationToken).ConfigureAwait(false);
            lineup.Learn(model, DateOnly.TryParseExact(found.ShutdownDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly end) ? end : null);
            return lineup.AbsenceOf(model) == ModelFallbackReason.None;
        }
        catch (NotFoundException failure) when (ModelErrors.IsGone(failure))
        {
            lineup.MarkGone(model);
            return false;
        }
    }
}
