using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Tests;

/// <summary>A consumer that acknowledges now and then, in any order, saves a checkpoint now and then, and is killed after some change.</summary>
internal static class KilledConsumer
{
    /// <summary>Carries a run out.</summary>
    /// <typeparam name="TFailure">What may end it beside being killed.</typeparam>
    /// <returns>The checkpoint that was saved last.</returns>
    public static async Task<SyncCheckpoint?> CarryOutAsync<TFailure>(ISyncRun run, Action<ContentChange> apply, SyncCheckpoint? saved, int changes, Random random)
        where TFailure : IntegrationException
    {
        List<ContentChange> late = [];
        try
        {
            await foreach (ContentChange change in run)
            {
                if (changes-- == 0)
                {
                    break; // killed before it was carried out
                }

                apply(change);
                late.Add(change);
                if (random.Next(3) == 0)
                {
                    ContentChange done = late[random.Next(late.Count)];
                    late.Remove(done);
                    await run.AcknowledgeAsync(done, CancellationToken.None);
                }

                saved = random.Next(4) == 0 ? new(run.Checkpoint.ToJson()) : saved;
            }

            for (int i = random.Next(late.Count + 1); i > 0; i--)
            {
                await run.AcknowledgeAsync(late[i - 1], CancellationToken.None);
            }

            return random.Next(2) == 0 ? run.Checkpoint : saved;
        }
        catch (Exception killed) when (killed is OperationCanceledException or TFailure)
        {
            return saved; // as it was
        }
    }
}
