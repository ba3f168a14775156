namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>One permission of a space.</summary>
/// <param name="Kind">To whom it is given.</param>
/// <param name="PrincipalId">The account id of the user or the id of the group; null for everyone and anonymous.</param>
/// <param name="Operation">What is allowed, for instance <c>read</c> or <c>administer</c>.</param>
public sealed record SpaceGrant(SpacePrincipalKind Kind, string? PrincipalId, string Operation = "read");
