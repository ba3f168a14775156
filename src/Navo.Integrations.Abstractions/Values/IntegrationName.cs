namespace Navo.Integrations.Abstractions;

/// <summary>The name of a registered integration: its kind, and the instance where a kind is registered more than once.</summary>
/// <remarks>Written as <c>confluence</c>, or <c>confluence:legal</c> for the instance <c>legal</c>. Lower case, compared ordinally.</remarks>
public readonly record struct IntegrationName
{
    private readonly string? _text;

    /// <summary>Makes a name.</summary>
    /// <param name="kind">The kind: 1 to 64 of <c>a-z 0-9 - _</c>; upper case is lowered.</param>
    /// <param name="instance">The instance, of the same characters; empty for the default instance.</param>
    /// <exception cref="ConfigurationException">A part is empty, too long or holds another character.</exception>
    public IntegrationName(string kind, string instance = "")
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(instance);
        Kind = Checked(kind, nameof(kind));
        Instance = instance.Length == 0 ? instance : Checked(instance, nameof(instance));
        _text = Instance.Length == 0 ? Kind : $"{Kind}:{Instance}";
    }

    /// <summary>The kind of source, for example <c>confluence</c>.</summary>
    public string Kind { get => field ?? string.Empty; }

    /// <summary>The instance, or empty for the default one.</summary>
    public string Instance { get => field ?? string.Empty; }

    /// <summary>Reads a name as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">For example <c>confluence:legal</c>.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ConfigurationException">The text is not a name.</exception>
    public static IntegrationName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(text) : new(text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The name as text.</summary>
    /// <returns><c>kind</c> or <c>kind:instance</c>.</returns>
    public override string ToString() => _text ?? string.Empty;

    private static string Checked(string part, string what)
    {
        bool usable = part.Length is > 0 and <= 64 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return usable
            ? part.ToLowerInvariant()
            : throw new ConfigurationException($"An integration's {what} has 1 to 64 letters, digits, '-' or '_'; '{SafeText.Excerpt(part, 80)}' is not one.")
            {
                Remedy = "Register the integration under a simple name such as 'legal'.",
            };
    }
}
