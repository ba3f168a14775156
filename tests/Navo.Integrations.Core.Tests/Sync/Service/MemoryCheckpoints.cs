using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>Checkpoints that can be looked at.</summary>
internal sealed class MemoryCheckpoints : ICheckpointStore
{
    public Dictionary<string, string> Saved { get; } = [];

    public int Saves { get; private set; }

    public ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default) => new(Saved.TryGetValue(key, out string? json) ? new SyncCheckpoint(json) : null);

    public ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Saves++;
        Saved[key] = checkpoint.ToJson();
        return default;
    }
}
