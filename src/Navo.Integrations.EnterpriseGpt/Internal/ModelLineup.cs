using System.Collections.Concurrent;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Which models are asked, in which order, and what was learned of them: which are gone, when they end, and which take no temperature.</summary>
internal sealed class ModelLineup(Func<EnterpriseGptOptions> current, Func<string, DateOnly?> knownShutdown, TimeProvider time)
{
    private const int MostModels = 200;

    private static readonly TimeSpan GoneFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, long> _goneUntil = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateOnly?> _shutdowns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _withoutTemperature = new(StringComparer.Ordinal);

    /// <summary>The model asked for and those that may take over, without those that are known to be gone; all of them where none is left.</summary>
    /// <remarks>One after the other: mostly the first one answers, and nothing is asked of the rest.</remarks>
    public IEnumerable<ModelCandidate> CandidatesFor(string? requested)
    {
        EnterpriseGptOptions options = current();
        string first = requested ?? options.Model;
        bool hasUsable = false;
        ModelFallbackReason reason = ModelFallbackReason.None;
        foreach (string model in ModelsFrom(first, options))
        {
            ModelFallbackReason absence = AbsenceOf(model);
            if (absence == ModelFallbackReason.None)
            {
                yield return new(model, reason == ModelFallbackReason.None && hasUsable ? ModelFallbackReason.ModelUnavailable : reason);
                hasUsable = true;
            }
            else if (!hasUsable)
            {
                reason = absence;
            }
        }

        foreach (string model in hasUsable ? [] : ModelsFrom(first, options))
        {
            yield return new(model, model == first ? ModelFallbackReason.None : ModelFallbackReason.ModelUnavailable);
        }
    }

    private static IEnumerable<string> ModelsFrom(string first, EnterpriseGptOptions options)
    {
        yield return first;
        foreach (string model in options.FallbackModels.Distinct(StringComparer.Ordinal))
        {
            if (model != first)
            {
                yield return model;
            }
        }
    }

    /// <summary>Notes that the API has no such model; it is not asked for a while.</summary>
    public void MarkGone(string model) => Remember(_goneUntil, model, time.GetTimestamp() + (long)(GoneFor.TotalSeconds * time.TimestampFrequency));

    /// <summary>Notes what the API says of a model's end.</summary>
    public void Learn(string model, DateOnly? shutdown)
    {
        _goneUntil.TryRemove(model, out _);
        Remember(_shutdowns, model, shutdown); // none is an answer too: a date may be withdrawn
    }

    /// <summary>When a model ends; null where no date is known.</summary>
    public DateOnly? ShutdownOf(string model) => _shutdowns.TryGetValue(model, out DateOnly? learned) ? learned : knownShutdown(model);

    /// <summary>Why a model is not to be asked; nothing where it may be.</summary>
    public ModelFallbackReason AbsenceOf(string model) => this switch
    {
        _ when _goneUntil.TryGetValue(model, out long until) && time.GetTimestamp() < until => ModelFallbackReason.ModelUnavailable,
        _ when ShutdownOf(model) is { } end && DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) >= end => ModelFallbackReason.ShutdownDatePassed,
        _ => ModelFallbackReason.None,
    };

    /// <summary>Whether a model refused a temperature before.</summary>
    public bool RefusedTemperature(string model) => _withoutTemperature.ContainsKey(model);

    public void NoteRefusedTemperature(string model) => Remember(_withoutTemperature, model, true);

    /// <summary>Callers may name any model: beyond a number of them, no more is remembered.</summary>
    private static void Remember<T>(ConcurrentDictionary<string, T> notes, string model, T note)
    {
        if (notes.Count < MostModels || notes.ContainsKey(model))
        {
            notes[model] = note;
        }
    }
}
