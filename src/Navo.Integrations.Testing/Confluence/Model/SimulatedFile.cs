using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>The bytes of an attachment.</summary>
/// <param name="MediaType">The media type, for instance <c>text/csv</c>.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record SimulatedFile(string MediaType, ImmutableArray<byte> Bytes);
