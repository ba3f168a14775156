using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>A block that is being written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where the Markdown ended before it.</param>
/// <param name="PlainStart">Where the plain text ended before it.</param>
/// <param name="Level">The level of a heading or list item.</param>
/// <param name="HasPrefix">Whether it set what its lines begin with.</param>
internal readonly record struct OpenBlock(ExtractedBlockKind Kind, int Start, int PlainStart, int Level, bool HasPrefix);
