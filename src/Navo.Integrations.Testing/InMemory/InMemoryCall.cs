using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>One call that an <see cref="InMemoryIntegration"/> received.</summary>
/// <param name="Operation">The method of <see cref="IIntegration"/>, for example <c>SearchAsync</c>.</param>
/// <param name="Reader">On whose behalf; null for calls that have no reader.</param>
/// <param name="Item">The item; null for calls that are not about one.</param>
/// <param name="Query">The query; null for calls other than a search.</param>
public sealed record InMemoryCall(string Operation, AccessContext? Reader, ContentId? Item, SearchQuery? Query);
