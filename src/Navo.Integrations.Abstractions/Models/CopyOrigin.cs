namespace Navo.Integrations.Abstractions;

/// <summary>What an item is a copy of, as the copy itself says: it may name what is not there.</summary>
/// <param name="Source">The name of the integration, such as <c>confluence</c>; empty where the copy does not say.</param>
/// <param name="Id">The id there; empty where the copy does not say.</param>
public sealed record CopyOrigin(string Source, string Id);
