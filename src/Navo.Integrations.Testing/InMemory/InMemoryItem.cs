using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>An item and who may see it.</summary>
/// <param name="Content">The item.</param>
/// <param name="Policy">Who may see it; null where that cannot be found out.</param>
internal sealed record InMemoryItem(KnowledgeContent Content, AccessPolicy? Policy)
{
    public ContentMetadata Metadata => Content.Metadata;

    public ContentId Id => Content.Metadata.Id;

    /// <summary>What is known about a page that was just made.</summary>
    public static ContentMetadata Page(ContentId id, IntegrationName source, string title, DateTimeOffset now) => new()
    {
        Id = id,
        Source = source,
        Title = title,
        Kind = ContentKind.Page,
        Status = ContentStatus.Current,
        Container = new("MEM", "In memory"),
        Version = "1",
        Created = now,
        Modified = now,
    };
}
