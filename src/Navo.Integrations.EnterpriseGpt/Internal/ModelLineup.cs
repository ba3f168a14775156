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
    public IReadOnlyList<ModelCandidate> CandidatesFor(string? requested)
    {
        EnterpriseGptOptions options = current();
        string[] models = [.. new[] { requested ?? options.Model }.Concat(options.FallbackModels).Distinct(StringComparer.Ordinal)];
        List<ModelCandidate> usable = [];
        ModelFallbackReason reason = ModelFallbackReason.None;
        foreach (string model in models)
        {
            ModelFallbackReason absence = AbsenceOf(model);
            if (absence == ModelFallbackReason.None)
            {
                usable.Add(new(model, reason == ModelFallbackReason.None && usable.Count > 0 ? ModelFallbackReason.ModelUnavailable : reason));
            }
            else if (usable.Count == 0)
            {
                reason = absence;
            }
        }

        return usable.Count > 0 ? usable : [.. models.Select((model, index) => new ModelCandidate(model, index == 0 ? ModelFallbackReason.None : ModelFallbackReason.ModelUnavailable))];
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
