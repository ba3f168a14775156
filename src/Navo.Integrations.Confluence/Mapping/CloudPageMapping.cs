using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Pages and blog posts of v2.</summary>
internal static class CloudPageMapping
{
    public static ContentMetadata ToMetadata(PageDto page, ContentKind kind, IntegrationName source, ContainerRef space) => new()
    {
        Id = new(Required.Member(page.Id, "id")),
        Source = source,
        Title = Required.Member(page.Title, "title"),
        Kind = kind,
        Status = VocabularyMapping.ToStatus(page.Status),
        Container = space,
        Created = page.CreatedAt,
        Modified = page.Version?.CreatedAt ?? page.CreatedAt,
        Version = Required.Member(page.Version?.Number, "version.number").ToString(CultureInfo.InvariantCulture),
        WebAddress = WebAddress.Of(page.Links, baseAddress: null),
    };

    public static AttachmentRef ToAttachment(AttachmentDto attachment) => new()
    {
        Id = new(Required.Member(attachment.Id, "results[].id")),
        FileName = Required.Member(attachment.Title, "results[].title"),
        MediaType = attachment.MediaType,
        Size = attachment.FileSize,
        Modified = attachment.Version?.CreatedAt ?? attachment.CreatedAt,
    };
}
