namespace Navo.Integrations.Core.Caching;

/// <summary>The store that the caches of all integrations share: memory, and the application's <c>IDistributedCache</c> where one is registered.</summary>
public sealed class CacheStoreOptions
{
    /// <summary>The memory that entries may take, estimated from the length of their texts; when it is full, old entries make room. 1 MiB or more; 128 MiB by default.</summary>
    public long MaxBytes { get; set; } = 128L << 20;

    /// <summary>How long a look-up may wait for the distributed cache before it goes on without. More than zero; 50 milliseconds by default.</summary>
    public TimeSpan SecondLevelTimeout { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the distributed cache is left alone after it failed. 5 seconds by default.</summary>
    public TimeSpan SecondLevelBreakDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Secrets that what lies in the distributed cache is encrypted with, as <c>id:base64, id:base64</c>: an id has 1 to 32 letters, digits, <c>-</c> or <c>_</c>, a key 32 bytes. The first
    /// encrypts, all of them decrypt. Null, the default, leaves values as they are, unless an <see cref="ICacheValueProtector"/> is registered.
    /// </summary>
    public string? EncryptionKeys { get; set; }
}
