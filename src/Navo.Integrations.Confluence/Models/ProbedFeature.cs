namespace Navo.Integrations.Confluence;

/// <summary>One feature, tried.</summary>
/// <param name="Name">The feature, for example <c>comments</c>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">What was found, for an administrator.</param>
/// <param name="Scopes">The scopes that a token with scopes needs for it, all of them; empty on Data Center, whose tokens have none.</param>
/// <param name="ClassicScopes">The classic scopes that serve as well, for OAuth 2.0 apps; empty where there are none.</param>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/scopes-for-oauth-2-3LO-and-forge-apps/"/>.</remarks>
public sealed record ProbedFeature(string Name, ProbeOutcome Outcome, string Detail, IReadOnlyList<string> Scopes, IReadOnlyList<string> ClassicScopes);
