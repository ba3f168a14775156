namespace Navo.Integrations.Abstractions;

/// <summary>The id by which another system knows a person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Confidence">How sure it is that it is the same person.</param>
public sealed record IdentityLink(PrincipalId Id, IdentityConfidence Confidence);
