using System.Diagnostics;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>One activity around an answer, over those of its searches, reads, checks and the model. It says what came of it and nothing of what was asked.</summary>
internal sealed class AnswerTrace : IDisposable
{
    private readonly ActivitySource _source = new(TelemetryNames.Of(EnterpriseGptDefaults.Kind), typeof(AnswerTrace).Assembly.GetName().Version?.ToString(3));

    public void Dispose() => _source.Dispose();

    public async Task<KnowledgeAnswer> RunAsync(Func<Task<KnowledgeAnswer>> work, CancellationToken cancellationToken)
    {
        using Activity? activity = _source.StartActivity(EnterpriseGptTelemetry.Answer, ActivityKind.Internal)?.SetTag(TelemetryNames.Operation, EnterpriseGptTelemetry.Answer);
        try
        {
            KnowledgeAnswer answer = await work().ConfigureAwait(false);
            activity?.SetTag(EnterpriseGptTelemetry.AnswerOutcome, OfOutcome(answer.Outcome));
            return answer;
        }
        catch (Exception failure)
        {
            activity?.SetTag(TelemetryNames.ErrorType, TelemetryNames.OfError(failure));
            activity?.SetStatus(cancellationToken.IsCancellationRequested ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
            throw;
        }
    }

    private static string OfOutcome(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "answered",
        AnswerOutcome.Extractive => "extractive",
        _ => "dont_know",
    };
}
