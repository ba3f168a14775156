namespace Navo.Integrations.Abstractions;

/// <summary>Consecutive lines with the same fate.</summary>
/// <param name="Kind">Their fate.</param>
/// <param name="Lines">The lines, without line ends; never empty.</param>
public sealed record DiffRun(DiffKind Kind, IReadOnlyList<string> Lines);
