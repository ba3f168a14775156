namespace Navo.Integrations.Abstractions;

/// <summary>A part of an extracted text, and where in the file it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in <see cref="ExtractionOutcome.Markdown"/>, in UTF-16 characters.</param>
/// <param name="Length">How long it is there, in UTF-16 characters.</param>
/// <param name="Location">Where in the file it stands.</param>
public sealed record ExtractedBlock(ExtractedBlockKind Kind, int Start, int Length, DocumentLocation Location);
