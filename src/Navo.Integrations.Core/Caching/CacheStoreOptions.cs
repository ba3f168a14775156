namespace Navo.Integrations.Core.Caching;

/// <summary>The store that the caches of all integrations share: memory, and the application's <c>IDistributedCache</c> where one is registered.</summary>
public sealed class CacheStoreOptions
{
    /// <summary>
    /// The memory that kept search pages, lists and answers may take, estimated from the length of their texts; when it is full, old ones make room. 1 MiB to 1 TiB; 32 MiB by default.
    /// </summary>
    public long ResponseMaxBytes { get; set; } = 32L << 20;

    /// <summary>The same for whole contents; 64 MiB by default.</summary>
    public long ContentMaxBytes { get; set; } = 64L << 20;

    /// <summary>The same for permission decisions, of about 600 bytes each; 16 MiB by default. No other region drives them out.</summary>
    public long PermissionMaxBytes { get; set; } = 16L << 20;

    /// <summary>The same for metadata; 16 MiB by default.</summary>
    public long MetadataMaxBytes { get; set; } = 16L << 20;

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
