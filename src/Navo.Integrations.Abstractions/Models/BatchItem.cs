namespace Navo.Integrations.Abstractions;

/// <summary>What came of one of many: a result or the failure that stood in its way, never neither.</summary>
/// <typeparam name="TKey">What was asked.</typeparam>
/// <typeparam name="T">The result.</typeparam>
public sealed record BatchItem<TKey, T>
    where T : class
{
    private BatchItem(TKey key, int index, T? value, IntegrationException? error) => (Key, Index, Value, Error) = (key, index, value, error);

    /// <summary>What was asked.</summary>
    public TKey Key { get; }

    /// <summary>Its place among all that was asked, from 0.</summary>
    public int Index { get; }

    /// <summary>The result; null where it failed.</summary>
    public T? Value { get; }

    /// <summary>The failure; null where it succeeded.</summary>
    public IntegrationException? Error { get; }

    /// <summary>The result, or the failure thrown.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="IntegrationException">The failure.</exception>
    public T Get() => Value ?? throw Error!;

    /// <summary>One that succeeded.</summary>
    /// <param name="key">What was asked.</param>
    /// <param name="index">Its place.</param>
    /// <param name="value">The result.</param>
    /// <returns>The item.</returns>
    public static BatchItem<TKey, T> Success(TKey key, int index, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(key, index, value, error: null);
    }

    /// <summary>One that failed.</summary>
    /// <param name="key">What was asked.</param>
    /// <param name="index">Its place.</param>
    /// <param name="error">The failure.</param>
    /// <returns>The item.</returns>
    public static BatchItem<TKey, T> Failure(TKey key, int index, IntegrationException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(key, index, value: null, error);
    }
}
