using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>Checkpoints that can be looked at.</summary>
internal sealed class MemoryCheckpoints : ICheckpointStore
{
    public Dictionary<string, string> Saved { get; } = [];

    public int Saves { get; private set; }

    /// <summary>Is called before each is loaded; null for nothing.</summary>
    public Action? OnLoad { get; set; }

    public ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        OnLoad?.Invoke();
        return new(Saved.TryGetValue(key, out string? json) ? new SyncCheckpoint(json) : null);
    }

    public ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Saves++;
        Saved[key] = checkpoint.ToJson();
        return default;
    }
}
