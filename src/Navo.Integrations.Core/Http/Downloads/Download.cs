namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>The bytes of a file on their way. Dispose of <see cref="Content"/> to end the transfer and free the connection.</summary>
/// <param name="Content">
/// The bytes as they arrive, once and forward. Reading throws <see cref="Abstractions.UnavailableException"/> where the transfer breaks off or ends early,
/// <see cref="Abstractions.ProtocolException"/> where there are more bytes than declared or allowed, and <see cref="Abstractions.IntegrationTimeoutException"/> where none arrive. A synchronous read has the same bounds, and holds its thread meanwhile.
/// </param>
/// <param name="Length">The length in bytes; null where nobody declares it.</param>
/// <param name="MediaType">The declared media type; not a proof of what the file holds.</param>
public sealed record Download(Stream Content, long? Length, string? MediaType);
