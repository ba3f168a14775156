namespace Navo.Integrations.Abstractions;

/// <summary>The id that a source gives an item: opaque text, unique within its integration.</summary>
public readonly record struct ContentId
{
    /// <summary>The longest id that is accepted, in characters.</summary>
    public const int MaxLength = 512;

    /// <summary>Makes an id.</summary>
    /// <param name="value">1 to <see cref="MaxLength"/> characters without white space at the ends or control characters.</param>
    /// <exception cref="InvalidQueryException">The text cannot be an id.</exception>
    public ContentId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = SafeText.IsToken(value, MaxLength)
            ? value
            : throw new InvalidQueryException($"A content id has 1 to {MaxLength} characters and no control characters; '{SafeText.Excerpt(value, 40)}' is not one.")
            {
                Remedy = "Pass the id as a search hit or the source's own API gives it.",
            };
    }

    /// <summary>The text of the id; empty only for <c>default</c>, which no source accepts.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The id as text.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
