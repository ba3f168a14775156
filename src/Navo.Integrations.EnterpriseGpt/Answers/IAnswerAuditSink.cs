namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Takes the record of each answer. Without one of yours, records go to the <see cref="Abstractions.IAuditSink"/> as operation <c>answer</c>.</summary>
/// <remarks>
/// A record that is not taken withholds the answer, unless <c>AuditOptions.FailClosed</c> is off. Of a streamed answer the text is out by the time of the closing record: there it withholds
/// the last update alone, and with it the checked answer. The opening record holds back the text of both.
/// </remarks>
public interface IAnswerAuditSink
{
    /// <summary>Writes one record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when the record is safe.</returns>
    ValueTask WriteAsync(AnswerRecord record, CancellationToken cancellationToken = default);
}
