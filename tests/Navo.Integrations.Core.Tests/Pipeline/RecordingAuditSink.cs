using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Pipeline;

internal sealed class RecordingAuditSink : IAuditSink
{
    public ConcurrentQueue<AuditRecord> Records { get; } = new();

    public Exception? Failure { get; set; }

    public Task? Gate { get; set; }

    /// <summary>The token of the last record.</summary>
    public CancellationToken Token { get; private set; }

    public async ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        Token = cancellationToken;
        if (Gate is not null)
        {
            await Gate;
        }

        if (Failure is not null)
        {
            throw Failure;
        }

        Records.Enqueue(record);
    }
}
