using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A worker: it hears changes, carries them out some time later, and acknowledges them some time after that.</summary>
internal sealed class SharedWorker(int number, ISyncRun run, SharedCopy copy, LosingPartitionStore store)
{
    private readonly IAsyncEnumerator<ContentChange> _changes = run.GetAsyncEnumerator();
    private readonly List<(ContentChange Change, long At)> _heard = [];
    private readonly List<ContentChange> _done = [];
    private Action? _tellLost;

    public bool IsOver { get; private set; }

    public LosingPartitionStore Store => store;

    public async Task PlayAsync(Random random)
    {
        switch (random.Next(14))
        {
            case < 6 when !IsOver:
                await HearAsync();
                break;
            case < 9 when _heard.Count > 0:
                await CarryOutAsync(random.Next(3) == 0 ? random.Next(_heard.Count) : 0);
                break;
            case < 12 when _done.Count > 0:
                await AcknowledgeAsync(_done[random.Next(_done.Count)]);
                break;
            case 12 when random.Next(4) == 0:
                _tellLost = await store.LoseAsync(notices: random.Next(2) == 0);
                break;
            default:
                _tellLost?.Invoke();
                break;
        }
    }

    /// <summary>Carries out and acknowledges some of what it heard, and stops in order.</summary>
    public async Task StopAsync(Random random)
    {
        await _changes.DisposeAsync();
        while (_heard.Count > 0 && random.Next(4) > 0)
        {
            await CarryOutAsync(0);
        }

        while (_done.Count > 0 && random.Next(4) > 0)
        {
            await AcknowledgeAsync(_done[0]);
        }
    }

    private async Task HearAsync()
    {
        try
        {
            long at = copy.Tick();
            IsOver = !await _changes.MoveNextAsync();
            if (!IsOver)
            {
                _heard.Add((_changes.Current, at));
            }
        }
        catch (UnavailableException)
        {
            IsOver = true;
        }
    }

    private async Task CarryOutAsync(int index)
    {
        (ContentChange change, long at) = _heard[index];
        index = _heard.FindIndex(heard => heard.Change.Id == change.Id); // of one item in its order
        (change, at) = _heard[index];
        _heard.RemoveAt(index);
        _done.Add(change);
        if (copy.Apply(change, number, at))
        {
            await AcknowledgeAsync(change);
        }
    }

    private async Task AcknowledgeAsync(ContentChange change)
    {
        _done.Remove(change);
        await run.AcknowledgeAsync(change);
    }
}
