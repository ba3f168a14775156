using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Asks the model that is wanted, or the next one where that is gone.</summary>
internal sealed class ModelGateway(ModelLineup lineup, ModelAttempt attempt, ModelInstruments instruments)
{
    /// <summary>Asks.</summary>
    /// <param name="call">The question.</param>
    /// <param name="onText">Takes the text as it comes; null to wait for the whole answer.</param>
    /// <param name="cancellationToken">Cancels; the model stops, and what it made so far is settled.</param>
    public async Task<GeneratedResponse> AskAsync(ModelCall call, Action<string>? onText, CancellationToken cancellationToken)
    {
        NotFoundException? gone = null;
        foreach (ModelCandidate candidate in lineup.CandidatesFor(call.Model))
        {
            try
            {
                ModelFallbackReason reason = gone is null ? candidate.Reason : ModelFallbackReason.ModelUnavailable;
                GeneratedResponse response = await attempt.RunAsync(call, candidate with { Reason = reason }, onText, cancellationToken).ConfigureAwait(false);
                instruments.RecordFallback(response);
                return response;
            }
            catch (NotFoundException failure) when (ModelErrors.IsGone(failure))
            {
                lineup.MarkGone(candidate.Model);
                gone = failure;
            }
        }

        throw NoneLeft(gone!);
    }

    private static NotFoundException NoneLeft(NotFoundException last) => new($"Neither the model nor one of its fallbacks exists for this key. {last.Message}")
    {
        StatusCode = last.StatusCode,
        ErrorCode = last.ErrorCode,
        RequestId = last.RequestId,
        Remedy = "Set Navo:Integrations:EnterpriseGpt:Model and FallbackModels to models that the project may use.",
    };
}
