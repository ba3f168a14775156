namespace Navo.Integrations.Core.Tests.Http;

/// <summary>A request as it reached the socket.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri? Address, string? Authorization, TimeSpan At);
