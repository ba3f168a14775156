namespace Navo.Integrations.Abstractions;

/// <summary>What to look for, where, and which page of it. Everything that is set narrows the result; nothing is ever dropped silently.</summary>
public sealed record SearchQuery
{
    /// <summary>The longest text that is accepted, in characters.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>Makes a query.</summary>
    /// <param name="text">Words to find: plain text, never a query language. 1 to <see cref="MaxTextLength"/> characters.</param>
    /// <exception cref="InvalidQueryException">The text is empty or too long.</exception>
    public SearchQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text.Trim() is { Length: > 0 and <= MaxTextLength } trimmed
            ? trimmed
            : throw new InvalidQueryException($"A search text has 1 to {MaxTextLength} characters; this one has {text.Trim().Length}.");
    }

    /// <summary>The words to find.</summary>
    public string Text { get; }

    /// <summary>How many hits a page holds at most; null for the integration's own default. A page may hold fewer while more follow.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="SearchPage.Continuation"/> of the page before; null for the first page.</summary>
    public string? Continuation { get; init; }

    /// <summary>Keys of the spaces or sites to stay within; empty for all that the configuration allows.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>
    /// Absolute addresses of libraries, or of folders in them, to stay within beside <see cref="Containers"/>: a hit lies in one of either. Empty for no more than those.
    /// An integration without libraries refuses them.
    /// </summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>Kinds to stay within; empty for the integration's own default.</summary>
    public IReadOnlyList<ContentKind> Kinds { get; init; } = [];

    /// <summary>Extensions of files to stay within, such as <c>pdf</c>, without a dot; empty for any. An integration that can't search by them refuses them.</summary>
    public IReadOnlyList<string> FileTypes { get; init; } = [];

    /// <summary>Labels of which a hit has at least one; empty for any.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Authors of which a hit has one; empty for any.</summary>
    public IReadOnlyList<PrincipalId> Authors { get; init; } = [];

    /// <summary>Only what was modified at or after this time.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Only what was modified before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }
}
