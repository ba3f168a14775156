namespace Navo.Integrations.Core.Http;

/// <summary>That a source told to wait.</summary>
/// <param name="Quota">The quota, by its name as a hash: it tells nobody which tenant or account it is.</param>
/// <param name="Authority">Host and port of which it was said; empty for all of the quota.</param>
/// <param name="Wait">How long, from now on.</param>
public sealed record QuotaNotice(string Quota, string Authority, TimeSpan Wait);
