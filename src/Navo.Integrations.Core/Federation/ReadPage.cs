using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>One page that a source gave.</summary>
/// <param name="Continuation">The source's continuation by which it was asked for; null for its first page.</param>
/// <param name="Base">How many hits came before it.</param>
/// <param name="Page">The page.</param>
/// <param name="Fresh">Its hits that were not given before and that keep to the filters.</param>
internal sealed record ReadPage(string? Continuation, int Base, SearchPage Page, IReadOnlyList<FoundHit> Fresh);
