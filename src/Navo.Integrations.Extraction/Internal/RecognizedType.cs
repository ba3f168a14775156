namespace Navo.Integrations.Extraction.Internal;

/// <summary>What a file is, by its bytes, and what it was declared to be.</summary>
internal sealed record RecognizedType(string MediaType, string? Declared, string? Charset, bool IsDeclaredWrong)
{
    /// <summary>Why a file of this type cannot be read although the type is known; null otherwise.</summary>
    public (Abstractions.ExtractionStatus Status, string Detail)? Refusal { get; init; }
}
