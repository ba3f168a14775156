using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal partial interface IConfluenceDesk
{
    /// <summary>The representations that can stand in for the storage format, the better ones first.</summary>
    IReadOnlyList<ContentBodyFormat> OtherBodyFormats { get; }

    /// <summary>A body in another representation.</summary>
    /// <param name="item">The page or blog post.</param>
    /// <param name="format">One of <see cref="OtherBodyFormats"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The body; null where the source gives none of the version of <paramref name="item"/>.</returns>
    Task<string?> ReadBodyAsync(ContentMetadata item, ContentBodyFormat format, CancellationToken cancellationToken);
}
