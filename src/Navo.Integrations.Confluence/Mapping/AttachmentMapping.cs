using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Attachments of both editions.</summary>
internal static class AttachmentMapping
{
    public static ContentAttachment FromCloud(AttachmentDto attachment, string baseAddress, IReadOnlyDictionary<string, string> names)
    {
        string fileName = Required.Member(attachment.Title, "title");
        return new()
        {
            Id = new(Required.Member(attachment.Id, "id")),
            FileName = fileName,
            SafeFileName = SafeFileName.From(fileName),
            MediaType = attachment.MediaType,
            Size = attachment.FileSize,
            Version = Required.Member(attachment.Version?.Number, "version.number"),
            Author = PersonMapping.FromAccount(attachment.Version?.AuthorId, names),
            Created = attachment.CreatedAt,
            Modified = attachment.Version?.CreatedAt,
            Comment = string.IsNullOrEmpty(attachment.Comment) ? null : attachment.Comment,
            WebAddress = WebAddress.Of(attachment.Links, baseAddress),
        };
    }

    public static ContentAttachment FromDataCenter(ContentDto attachment, string baseAddress)
    {
        string fileName = Required.Member(attachment.Title, "title");
        return new()
        {
            Id = new(Required.Member(attachment.Id, "id")),
            FileName = fileName,
            SafeFileName = SafeFileName.From(fileName),
            MediaType = attachment.Extensions?.MediaType ?? attachment.Metadata?.MediaType,
            Size = attachment.Extensions?.FileSize,
            Version = Required.Member(attachment.Version?.Number, "version.number"),
            Author = PersonMapping.FromUser(attachment.Version?.By),
            Created = attachment.History?.CreatedDate,
            Modified = attachment.Version?.When,
            Comment = attachment.Extensions?.Comment is { Length: > 0 } comment ? comment : null,
            WebAddress = WebAddress.Of(attachment.Links, baseAddress),
        };
    }
}
