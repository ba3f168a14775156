using System.Diagnostics;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Writes the records of answers into the trail of all other accesses, whole in <see cref="AuditRecord.Detail"/>.</summary>
internal sealed class AnswerAuditSink(IAuditSink sink) : IAnswerAuditSink
{
    public ValueTask WriteAsync(AnswerRecord record, CancellationToken cancellationToken = default) => sink.WriteAsync(
        new()
        {
            Timestamp = record.Timestamp,
            Integration = new(EnterpriseGptDefaults.Kind, string.Empty),
            Operation = "answer",
            Reader = record.Reader,
            Outcome = record.Stage == AnswerRecordStage.Closed && record.Outcome is null ? AuditOutcome.Failed : AuditOutcome.Success,
            DisclosedItems = [.. record.Passages.Where(static p => p.Outcome == PermissionOutcome.Allow).Select(static p => p.Item).Distinct()],
            FromCache = record.FromCache,
            TraceId = Activity.Current?.TraceId.ToString(),
            Detail = JsonSerializer.Serialize(record, AnswerJson.Default.AnswerRecord),
        },
        cancellationToken);
}
