namespace Navo.Integrations.Abstractions;

/// <summary>Where a run left off: small JSON, opaque to everyone but the sync that made it.</summary>
public sealed class SyncCheckpoint : IEquatable<SyncCheckpoint>
{
    /// <summary>The longest one that is read, in characters.</summary>
    public const int MaxLength = 16 << 20;

    private readonly string _json;

    /// <summary>Takes up a checkpoint that was saved.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave. Whether it is one is seen when a run starts with it.</param>
    /// <exception cref="InvalidQueryException">The text is empty or too long.</exception>
    public SyncCheckpoint(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = json.Length is > 0 and <= MaxLength
            ? json
            : throw new InvalidQueryException($"A checkpoint has 1 to {MaxLength} characters; this one has {json.Length}.");
    }

    /// <summary>The checkpoint as it is to be saved.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => _json;

    /// <inheritdoc />
    public bool Equals(SyncCheckpoint? other) => other?._json == _json;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SyncCheckpoint);

    /// <inheritdoc />
    public override int GetHashCode() => _json.GetHashCode(StringComparison.Ordinal);

    /// <summary>Says how large it is, and nothing of what is in it.</summary>
    /// <returns>A line for logs.</returns>
    public override string ToString() => $"checkpoint of {_json.Length} characters";
}
