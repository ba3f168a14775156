namespace Navo.Integrations.Abstractions;

/// <summary>An answer with what it rests on.</summary>
public sealed record CitedAnswer
{
    /// <summary>The text as Markdown with markers such as <c>[1]</c>, each of them one of <see cref="Sources"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Whether anything supports it; if not, <see cref="Text"/> says so.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether a model wrote it; if not, it is made of sentences of the sources.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether it came to its end; false where it was cut.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What the markers stand for, by number from 1 without gaps.</summary>
    public IReadOnlyList<CitedSource> Sources { get; init; } = [];

    /// <summary>What is to be known beside the text, in sentences for the reader: sources that differ, are old, suspicious or missing.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
