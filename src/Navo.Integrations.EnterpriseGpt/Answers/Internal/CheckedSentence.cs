namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A sentence of the model, held against the passages.</summary>
internal sealed record CheckedSentence(SentenceSupport Support, IReadOnlyList<CheckedPart> Parts)
{
    /// <summary>Whether it says that something is not known.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether nothing of it is left to show.</summary>
    public bool IsEmpty => Parts.All(static p => p.Text.Length == 0 && p.Found.Count == 0);
}
