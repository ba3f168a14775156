using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    public IReadOnlyList<ContentBodyFormat> OtherBodyFormats { get; } = [ContentBodyFormat.View];

    public async Task<string?> ReadBodyAsync(ContentMetadata item, ContentBodyFormat format, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadAsync(item.Id, "version,body.view", cancellationToken).ConfigureAwait(false);
        return content.Version?.Number?.ToString(CultureInfo.InvariantCulture) == item.Version ? content.Body?.View?.Value : null;
    }

    /// <summary>The content with its storage format, or without where that is what the source fails at.</summary>
    private async Task<ContentDto> ReadWithStorageAsync(ContentId id, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(id, $"{Expand},body.storage", cancellationToken).ConfigureAwait(false);
        }
        catch (UnavailableException failed) when (PageBodies.MayBeTheBody(failed))
        {
            return await ReadAsync(id, Expand, cancellationToken).ConfigureAwait(false);
        }
    }
}
