namespace Navo.Integrations.Core.Http;

/// <summary>A credential that ends, as an authority gave it.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Life">How long it is good from when it was asked for; null or not positive: until the source refuses it. More than 30 days count as 30.</param>
/// <param name="RefreshAhead">How long before its end it is renewed; at most half of its life.</param>
public sealed record IssuedCredential(RequestCredential Credential, TimeSpan? Life, TimeSpan RefreshAhead);
