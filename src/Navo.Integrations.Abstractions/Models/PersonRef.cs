namespace Navo.Integrations.Abstractions;

/// <summary>A person as a source names one.</summary>
/// <param name="Id">The person's id; null where the source hides it.</param>
/// <param name="DisplayName">The name to show; never an identity.</param>
public sealed record PersonRef(PrincipalId? Id, string? DisplayName);
