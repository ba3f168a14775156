using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync;

internal sealed record ModelItem(string Partition, string Id, int Version, string Title, string Place, string Access, bool IsUnreadable)
{
    public ContentMetadata ToMetadata(IntegrationName source) => new()
    {
        Id = new(Id),
        Source = source,
        Title = Title,
        Kind = ContentKind.Page,
        Status = ContentStatus.Current,
        Container = new(Partition),
        Version = $"{Version}",
        Ancestors = [new(new(Place), Place, ContentKind.Folder)],
    };
}
