namespace Navo.Integrations.Abstractions;

/// <summary>What a file says about itself. It is whatever its author's program wrote there, so it proves nothing.</summary>
public sealed record DocumentProperties
{
    /// <summary>Nothing is said.</summary>
    public static DocumentProperties None { get; } = new();

    /// <summary>The title; of a message, the subject.</summary>
    public string? Title { get; init; }

    /// <summary>The author; of a message, the sender.</summary>
    public string? Author { get; init; }

    /// <summary>When it was created; of a message, sent.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The language, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>How many pages, slides or sheets it has, by its format.</summary>
    public int? PageCount { get; init; }
}
