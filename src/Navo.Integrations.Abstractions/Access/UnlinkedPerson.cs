namespace Navo.Integrations.Abstractions;

/// <summary>A person who was not given access because no id of the other system is known.</summary>
/// <param name="Person">The person.</param>
/// <param name="Scheme">The preferred scheme that was looked for.</param>
/// <param name="Problem">What was in the way.</param>
/// <param name="LastSeen">When the person was looked for last.</param>
public sealed record UnlinkedPerson(PrincipalId Person, string Scheme, IdentityProblem Problem, DateTimeOffset LastSeen);
