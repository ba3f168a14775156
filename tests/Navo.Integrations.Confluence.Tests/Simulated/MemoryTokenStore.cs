using Navo.Integrations.Core.Http.OAuth;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>A token store in memory that can fail, and that others can write into.</summary>
internal sealed class MemoryTokenStore : IOAuthTokenStore
{
    /// <summary>What the next reads give, before <see cref="Token"/> counts again.</summary>
    public Queue<string?> StaleReads { get; } = new();

    public List<string> Saved { get; } = [];

    public string? Token { get; set; }

    /// <summary>Runs before each save, and may fail it.</summary>
    public Action OnSave { get; set; } = static () => { };

    public Action OnRead { get; set; } = static () => { };

    public ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        OnRead();
        return new(StaleReads.TryDequeue(out string? stale) ? stale : Token);
    }

    public ValueTask SaveAsync(string refreshToken, CancellationToken cancellationToken)
    {
        OnSave();
        Saved.Add(refreshToken);
        Token = refreshToken;
        return default;
    }
}
