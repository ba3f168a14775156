namespace Navo.Integrations.Abstractions;

/// <summary>The space or site that holds an item.</summary>
/// <param name="Key">Its key, for example <c>ENG</c>.</param>
/// <param name="Name">Its name; null where the source does not tell it here.</param>
/// <param name="Id">The source's id of it, where that differs from the key.</param>
public sealed record ContainerRef(string Key, string? Name = null, string? Id = null);
