using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>How far one attempt has come: time, text and what it has cost by our own count.</summary>
internal sealed class AttemptMeter(AttemptEnvironment environment, ModelSizes sizes, UsageReservation reservation, int inputTokens, Action<string>? onText)
{
    private readonly long _started = environment.Time.GetTimestamp();
    private int _outputTokens;

    public EnterpriseGptOptions Options { get; } = environment.Current();

    public TimeProvider Time => environment.Time;

    public UsageReservation Reservation => reservation;

    public TimeSpan Elapsed => environment.Time.GetElapsedTime(_started);

    public TimeSpan? TimeToFirstText { get; private set; }

    /// <summary>Whether the model made something.</summary>
    public bool HasBegun => _outputTokens > 0;

    public TokenUsage Estimated => new(inputTokens, 0, 0, _outputTokens, 0);

    /// <summary>Takes text of a stream.</summary>
    public void Take(string text)
    {
        TimeToFirstText ??= Elapsed;
        _outputTokens += Math.Max(1, sizes.Count(text));
        onText?.Invoke(text);
        reservation.Observe(_outputTokens);
    }

    /// <summary>Counts an answer that came whole.</summary>
    public void CountWhole(string text) => _outputTokens = _outputTokens > 0 ? _outputTokens : sizes.Count(text);

    /// <summary>Settles by the API's figures, or by our own where there are none.</summary>
    public ValueTask<decimal?> SettleAsync(string model, TokenUsage? told, CancellationToken cancellationToken) =>
        reservation.SettleAsync(model, told ?? Estimated, Elapsed, isEstimated: told is null, cancellationToken);
}
