using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    public IReadOnlyList<ContentBodyFormat> OtherBodyFormats { get; } = [ContentBodyFormat.AtlasDocument, ContentBodyFormat.View];

    public Task<string?> ReadBodyAsync(ContentMetadata item, ContentBodyFormat format, CancellationToken cancellationToken) =>
        items.BodyAsync(item, format, cancellationToken);
}
