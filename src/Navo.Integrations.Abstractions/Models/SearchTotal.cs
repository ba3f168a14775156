namespace Navo.Integrations.Abstractions;

/// <summary>How many hits a search has, and how sure that is.</summary>
/// <param name="Kind">How sure.</param>
/// <param name="Value">The number; null when unknown.</param>
public readonly record struct SearchTotal(SearchTotalKind Kind, long? Value)
{
    /// <summary>The number is not known, or must not be told because it would count what the reader may not see.</summary>
    public static SearchTotal Unknown { get; } = new(SearchTotalKind.Unknown, null);

    /// <summary>Exactly this many.</summary>
    /// <param name="value">The number, 0 or more.</param>
    /// <returns>The total.</returns>
    public static SearchTotal Exact(long value) => new(SearchTotalKind.Exact, value);

    /// <summary>About this many.</summary>
    /// <param name="value">The number, 0 or more.</param>
    /// <returns>The total.</returns>
    public static SearchTotal Estimated(long value) => new(SearchTotalKind.Estimated, value);
}
