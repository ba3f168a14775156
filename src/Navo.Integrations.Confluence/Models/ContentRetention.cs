namespace Navo.Integrations.Confluence;

/// <summary>How much of a body is left in the text that was made of it. What is missing is named by <see cref="Abstractions.KnowledgeContent.Losses"/>.</summary>
/// <param name="Source">What the body holds. Of a body in another representation than the storage format: what it held as storage format.</param>
/// <param name="Kept">
/// What the text holds. It may be more than in <paramref name="Source"/>: names of people, labels of placeholders and links that stand for macros are added.
/// </param>
public sealed record ContentRetention(ContentMeasure Source, ContentMeasure Kept)
{
    /// <summary>The part of the characters that is kept, from 0 to 1; 1 where there were none.</summary>
    public double CharacterRatio => Source.Characters == 0 ? 1 : Math.Min(1, (double)Kept.Characters / Source.Characters);
}
