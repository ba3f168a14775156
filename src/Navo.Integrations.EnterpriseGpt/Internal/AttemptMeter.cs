using System.Text;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>How far one attempt has come: time, text and what it has cost by our own count.</summary>
internal sealed class AttemptMeter(AttemptEnvironment environment, ModelSizes sizes, UsageReservation reservation, PromptSize input, Action<string>? onText)
{
    private readonly long _started = environment.Time.GetTimestamp();
    private readonly StringBuilder _text = new();
    private int _pieces;
    private int _outputTokens;

    public EnterpriseGptOptions Options { get; } = environment.Current();

    public TimeProvider Time => environment.Time;

    public UsageReservation Reservation => reservation;

    public TimeSpan Elapsed => environment.Time.GetElapsedTime(_started);

    public TimeSpan? TimeToFirstText { get; private set; }

    /// <summary>Whether the model made something.</summary>
    public bool HasBegun => _text.Length > 0;

    /// <summary>The tokens by our own count.</summary>
    public TokenUsage Estimated => new(input.Tokens, 0, 0, Math.Max(Math.Max(_pieces, _outputTokens), sizes.Count(_text.ToString())), 0);

    /// <summary>Takes text of a stream.</summary>
    public void Take(string text)
    {
        TimeToFirstText ??= Elapsed;
        _text.Append(text);
        _pieces++; // each is a token at least
        onText?.Invoke(text);
        if (reservation.Hold is not null)
        {
            _outputTokens += Math.Max(1, sizes.Count(text));
            reservation.Observe(_outputTokens);
        }
    }

    /// <summary>Takes an answer that came whole and without figures.</summary>
    public void TakeWhole(string text) => _text.Append(HasBegun ? string.Empty : text);

    /// <summary>Settles by the API's figures, or by our own where there are none.</summary>
    public ValueTask<decimal?> SettleAsync(string model, TokenUsage? told, CancellationToken cancellationToken) =>
        reservation.SettleAsync(model, told ?? Estimated, Elapsed, isEstimated: told is null, cancellationToken);
}
