namespace Navo.Integrations.Testing.Hosting;

/// <summary>A request that reached the simulator. Header values, and so credentials, are not kept.</summary>
/// <param name="Method">The method.</param>
/// <param name="PathAndQuery">The path and query as they were sent.</param>
/// <param name="Body">The body as text; empty if there was none.</param>
/// <param name="HasCredentials">Whether an Authorization header was sent.</param>
/// <param name="AccountId">The account that was signed in; null for nobody.</param>
/// <param name="Status">The status that was answered; 0 if the connection was broken off before.</param>
public sealed record RecordedRequest(
    string Method, string PathAndQuery, string Body, bool HasCredentials, string? AccountId, int Status)
{
    /// <summary>Whether the request carried credentials that the simulator accepted.</summary>
    public bool IsAuthenticated => AccountId is not null;
}
