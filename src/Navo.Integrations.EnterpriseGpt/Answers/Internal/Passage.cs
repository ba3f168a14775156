using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A part of an item that may go to the model.</summary>
internal sealed record Passage
{
    public required ContentMetadata Metadata { get; init; }

    public required string Version { get; init; }

    public required string Text { get; init; }

    /// <summary>Where the text begins in the item's Markdown; -1 where it was made here.</summary>
    public int Start { get; init; } = -1;

    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    public string? Anchor { get; init; }

    /// <summary>The rows of sheets that its item's text has; null where it has none.</summary>
    public SheetRows? Rows { get; init; }

    public SensitivityLevel Level { get; init; }

    /// <summary>The rank of its item among the hits, from 0.</summary>
    public int Rank { get; init; }

    public ItemKey Item => new(Metadata.Source, Metadata.Id);

    /// <summary>The words of what stands around it: title and headings.</summary>
    public HashSet<string> Surroundings => field ??= AnswerWords.SetOf($"{Metadata.Title} {string.Join(' ', HeadingPath)}");

    /// <summary>The words of its text; taken apart once, as are its sentences.</summary>
    public HashSet<string> Words => field ??= AnswerWords.SetOf(Text);

    /// <summary>The tokens of its text; counted once.</summary>
    public int Tokens => field > 0 ? field : field = TokenCounter.Shared.Count(Text);

    public IReadOnlyList<TextSpan> Sentences => field ??= TextSentences.Of(Text);

    /// <summary>What each sentence says.</summary>
    public IReadOnlyList<Claim> Claims => field ??= [.. Sentences.Select(s => Claim.Of(s.Of(Text)))];

    /// <summary>Its text as quotes are looked for in it.</summary>
    public QuotedText Quotable => field ??= new(Text);

    public GroundingSource ToSource() => new()
    {
        Source = Metadata.Source,
        Id = Metadata.Id,
        Version = Version,
        Title = HeadingPath.Count == 0 ? Metadata.Title : $"{Metadata.Title} › {string.Join(" › ", HeadingPath)}",
        Text = Text,
    };

    public AnswerPassage ToPublic() => new(Metadata.Source, Metadata.Id, Version, Start, Text.Length, Level);
}
