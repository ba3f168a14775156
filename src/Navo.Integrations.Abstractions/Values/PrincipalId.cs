namespace Navo.Integrations.Abstractions;

/// <summary>
/// The id of a person or group within the system that issued it. Two ids are the same principal only if system and value are the same;
/// a display name is never an id.
/// </summary>
/// <remarks>Written as <c>scheme:value</c>, for example <c>atlassian:5b10ac8d82e05b22cc7d4ef5</c>. See <see cref="PrincipalSchemes"/>.</remarks>
public readonly record struct PrincipalId
{
    /// <summary>Makes an id.</summary>
    /// <param name="scheme">The system that issued it, one of <see cref="PrincipalSchemes"/> or an integration's own: a letter, then letters, digits or <c>-</c>.</param>
    /// <param name="value">The id there: 1 to 512 characters without control characters.</param>
    /// <exception cref="InvalidQueryException">A part cannot be used.</exception>
    public PrincipalId(string scheme, string value)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsScheme(scheme) || !SafeText.IsToken(value, 512))
        {
            throw new InvalidQueryException($"'{SafeText.Excerpt(scheme, 40)}' with '{SafeText.Excerpt(value, 40)}' is not a principal's id.")
            {
                Remedy = "Use a scheme such as 'atlassian' and the id that this system issued.",
            };
        }

        Scheme = scheme.ToLowerInvariant();
        Value = value;
    }

    /// <summary>The system that issued the id; empty only for <c>default</c>.</summary>
    public string Scheme { get => field ?? string.Empty; }

    /// <summary>The id within that system; empty only for <c>default</c>.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>Reads an id as <see cref="ToString"/> writes it.</summary>
    /// <param name="text"><c>scheme:value</c>; the value may hold further colons.</param>
    /// <returns>The id.</returns>
    /// <exception cref="InvalidQueryException">The text is not an id.</exception>
    public static PrincipalId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(colon < 0 ? string.Empty : text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The id as text.</summary>
    /// <returns><c>scheme:value</c>.</returns>
    public override string ToString() => $"{Scheme}:{Value}";

    private static bool IsScheme(string text) =>
        text.Length is > 0 and <= 40 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
