namespace Navo.Integrations.Abstractions;

/// <summary>Takes the record of each access. Append-only: a record is written before the answer is handed out.</summary>
public interface IAuditSink
{
    /// <summary>Writes one record.</summary>
    /// <param name="record">Who read what under which decision; it holds no query text and no secret.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when the record is safe.</returns>
    ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default);
}
