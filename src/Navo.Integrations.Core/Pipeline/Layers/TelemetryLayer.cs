using System.Diagnostics;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>
/// One activity, one duration and, for a failure, one line in the log. A cancelled call counts neither as good nor as bad,
/// and a call made in the course of another one is part of it: it has an activity and is not counted.
/// </summary>
internal sealed class TelemetryLayer(PipelineParts parts, PipelineLayer next) : PipelineLayer(next)
{
    private readonly IntegrationInstruments _instruments = parts.Instruments;
    private readonly TimeProvider _time = parts.Time;

    /// <summary>A traced call goes the whole way: its activity is around all of it.</summary>
    public override T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> request, IntegrationOptions options, long startedAt)
        where T : class
    {
        T? result = _instruments.IsTraced ? null : Next.Recall(operation, request, options, startedAt);
        if (result is not null)
        {
            Succeeded(operation, result, startedAt, isInner: OperationScope.Current is not null);
        }

        return result;
    }

    public override async ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        bool isInner = OperationScope.Current is not null;
        Activity? activity = _instruments.StartActivity(call.Operation.Name);
        try
        {
            activity?.SetTag(TelemetryNames.QueryText, parts.Redaction.QueryText(call.Request.QueryText));
            T result = await Next.InvokeAsync(call).ConfigureAwait(false);
            Succeeded(call.Operation, result, call.StartedAt, isInner);
            activity?.SetTag(TelemetryNames.Origin, TelemetryNames.OfOrigin(call.Origin));
            return result;
        }
        catch (Exception exception)
        {
            Failed(call, exception, activity, isInner);
            throw;
        }
        finally
        {
            activity?.Dispose();
        }
    }

    private void Succeeded(IntegrationOperation operation, object result, long startedAt, bool isInner)
    {
        if (!isInner)
        {
            _instruments.RecordSuccess(operation.Name, _time.GetElapsedTime(startedAt));
        }

        _instruments.RecordResult(result);
    }

    private void Failed<T>(OperationCall<T> call, Exception exception, Activity? activity, bool isInner)
        where T : class
    {
        string errorType = ErrorTypes.Of(exception);
        activity?.SetTag(TelemetryNames.ErrorType, errorType);
        if (exception is OperationCanceledException && call.IsCancelledByCaller)
        {
            return;
        }

        activity?.SetStatus(ActivityStatusCode.Error);
        if (isInner)
        {
            return;
        }

        TimeSpan elapsed = _time.GetElapsedTime(call.StartedAt);
        _instruments.RecordFailure(call.Operation.Name, errorType, elapsed);
        PipelineLog.OperationFailed(parts.Logger, parts.Name, call.Operation.Name, errorType, exception, elapsed);
    }
}
