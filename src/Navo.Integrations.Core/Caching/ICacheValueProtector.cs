namespace Navo.Integrations.Core.Caching;

/// <summary>
/// Encrypts what lies in the shared second level of the cache; what lies in memory stays as it is. Registered in the container it is used for every value; without one,
/// <see cref="CacheStoreOptions.EncryptionKeys"/> says whether values are encrypted. Implementations are safe for concurrent use.
/// </summary>
public interface ICacheValueProtector
{
    /// <summary>Encrypts a value. A value that can't be encrypted is not shared.</summary>
    /// <param name="purpose">What the value is for: bytes that were protected for one purpose are not accepted for another.</param>
    /// <param name="value">The value.</param>
    /// <returns>The bytes that go to the second level.</returns>
    byte[] Protect(string purpose, byte[] value);

    /// <summary>Decrypts a value. One that can't be decrypted counts as absent, whether this answers null or throws.</summary>
    /// <param name="purpose">The purpose for which it was protected.</param>
    /// <param name="value">The bytes of the second level, from whomever they come.</param>
    /// <returns>The value; null where the bytes are changed, foreign, or of a key that is not there any more.</returns>
    byte[]? Unprotect(string purpose, byte[] value);
}
