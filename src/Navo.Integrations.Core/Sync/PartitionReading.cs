using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Reads a partition for as long as this worker has it: when the lease is lost nothing more is told.</summary>
internal sealed class PartitionReading(PartitionRun run, PartitionShare? share, AckQueue acks)
{
    public async IAsyncEnumerable<ContentChange> ReadAsync(bool isThere, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, share?.Lost ?? CancellationToken.None);
        IAsyncEnumerable<ContentChange> changes = isThere ? run.RunAsync(held.Token) : run.RunVanishedAsync(held.Token);
        IAsyncEnumerator<ContentChange> reading = changes.GetAsyncEnumerator(CancellationToken.None);
        await using (reading.ConfigureAwait(false))
        {
            while (await NextAsync(reading, cancellationToken).ConfigureAwait(false))
            {
                yield return reading.Current;
            }
        }

        if (share is not null)
        {
            await ConcludeAsync(share, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether there is a change and it may be told.</summary>
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ContentChange> reading, CancellationToken cancellationToken)
    {
        try
        {
            return share is not { IsLost: true } && await reading.MoveNextAsync().ConfigureAwait(false) && share is not { IsLost: true };
        }
        catch (OperationCanceledException) when (share is { IsLost: true } && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private ValueTask ConcludeAsync(PartitionShare lent, CancellationToken cancellationToken)
    {
        CertificateBuilder certificate = run.Certificate;
        if (lent.IsLost)
        {
            (certificate.Outcome, certificate.Error) = (PartitionOutcome.Elsewhere, null);
        }

        lent.IsRead = certificate.Outcome is PartitionOutcome.Complete or PartitionOutcome.DeletionsHeld or PartitionOutcome.Unproven;
        return acks.ConcludeAsync(lent.Partition, cancellationToken);
    }
}
