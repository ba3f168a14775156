using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A saved state of a file.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="AuthorId">Who saved it.</param>
public sealed record GraphVersion(ImmutableArray<byte> Bytes, DateTimeOffset Saved, string AuthorId)
{
    /// <summary>The words that the search finds in it; null where the bytes themselves are text.</summary>
    public string? Text { get; init; }
}
