using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Contents of Data Center.</summary>
internal static class ContentMapping
{
    public static ContentMetadata ToMetadata(ContentDto content, IntegrationName source, string? baseAddress) => new()
    {
        Id = new(Required.Member(content.Id, "id")),
        Source = source,
        Title = Required.Member(content.Title, "title"),
        Kind = VocabularyMapping.ToKind(content.Type),
        Status = VocabularyMapping.ToStatus(content.Status),
        Container = ToContainer(content),
        Author = PersonMapping.FromUser(content.History?.CreatedBy),
        Editor = PersonMapping.FromUser(content.Version?.By),
        Created = content.History?.CreatedDate,
        Modified = content.Version?.When ?? content.History?.CreatedDate,
        Version = Required.Member(content.Version?.Number, "version.number").ToString(CultureInfo.InvariantCulture),
        Ancestors = [.. (content.Ancestors ?? []).Select(ToAncestor)],
        WebAddress = WebAddress.Of(content.Links, baseAddress),
    };

    public static AttachmentRef ToAttachment(ContentDto attachment) => new()
    {
        Id = new(Required.Member(attachment.Id, "results[].id")),
        FileName = Required.Member(attachment.Title, "results[].title"),
        MediaType = attachment.Extensions?.MediaType ?? attachment.Metadata?.MediaType,
        Size = attachment.Extensions?.FileSize,
        Modified = attachment.Version?.When,
    };

    public static ContentAncestor ToAncestor(ContentDto ancestor) =>
        new(new(Required.Member(ancestor.Id, "ancestors[].id")), ancestor.Title, VocabularyMapping.ToKind(ancestor.Type));

    public static ContainerRef ToContainer(ContentDto content)
    {
        SpaceDto space = Required.Member(content.Space, "space");
        return new(Required.Member(space.Key, "space.key"), space.Name, space.Id);
    }
}
