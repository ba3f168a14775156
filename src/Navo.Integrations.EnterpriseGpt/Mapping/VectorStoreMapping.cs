using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>Files of vector stores.</summary>
internal static class VectorStoreMapping
{
    private const int MaxExcerpt = 500;

    public static SearchHit ToHit(string store, StoreHitDto hit, IntegrationName source)
    {
        StoreAttributes attributes = new(hit.Attributes);
        string passage = Text(hit.Content);
        return new()
        {
            Id = AddressOf(store, Required.Member(hit.FileId, "file_id")).Id,
            Source = source,
            Title = attributes.Title ?? NameOf(hit.Filename, hit.FileId!),
            Kind = attributes.Kind,
            Container = new(store, attributes.Container),
            Excerpt = passage.Length == 0 ? null : passage.Length <= MaxExcerpt ? passage : $"{passage[..TextCut.At(passage, MaxExcerpt)]}…",
            WebAddress = attributes.WebAddress,
            Modified = attributes.Modified,
            Version = attributes.OriginVersion,
            Score = hit.Score,
        };
    }

    /// <param name="address">The file.</param>
    /// <param name="file">What the store says of it.</param>
    /// <param name="filename">Its name; null where its attributes have a title.</param>
    /// <param name="source">The integration.</param>
    public static ContentMetadata ToMetadata(StoreAddress address, StoreFileDto file, string? filename, IntegrationName source)
    {
        StoreAttributes attributes = new(file.Attributes);
        DateTimeOffset? created = UnixTime.Of(file.CreatedAt);
        return new()
        {
            Id = address.Id,
            Source = source,
            Title = attributes.Title ?? NameOf(filename, address.File),
            Kind = attributes.Kind,
            Status = file.Status == "completed" ? ContentStatus.Current : ContentStatus.Unknown,
            Container = new(address.Store, attributes.Container),
            Author = attributes.Author,
            Created = created,
            Modified = attributes.Modified ?? created,
            Version = attributes.OriginVersion ?? created?.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) ?? address.File,
            WebAddress = attributes.WebAddress,
            CopyOf = attributes.OriginSource is null && attributes.OriginId is null ? null : new(attributes.OriginSource ?? string.Empty, attributes.OriginId ?? string.Empty),
        };
    }

    public static KnowledgeContent ToContent(ContentMetadata metadata, FileContentDto content)
    {
        string text = Text(Required.Member(content.Data, "data"));
        return new()
        {
            Metadata = metadata,
            Markdown = text,
            PlainText = text,
            SourceVersion = metadata.Version,
            Losses = content.HasMore == true ? [new("content", "The store holds more of the text than its API gives.")] : [],
        };
    }

    private static StoreAddress AddressOf(string store, string file) =>
        StoreAddress.IsId(file) ? new(store, file) : throw new ProtocolException("The answer names a file by something that is no id.");

    private static string Text(IReadOnlyList<OutputContentDto>? parts) => string.Join("\n\n", (parts ?? []).Select(part => part?.Text).Where(text => !string.IsNullOrEmpty(text)));

    private static string NameOf(string? filename, string id) => string.IsNullOrWhiteSpace(filename) ? id : filename;
}
