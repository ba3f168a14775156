namespace Navo.Integrations.Abstractions;

/// <summary>One page of a longer list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="Continuation">Leads to the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);
