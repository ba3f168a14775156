using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Pages and blog posts of Cloud, put together from the v2 endpoints.</summary>
internal sealed class CloudItems(IConfluenceCloudApi api, CloudLookups lookups, IntegrationName source)
{
    public async Task<ContainerRef> LocateAsync(ContentId id, CancellationToken cancellationToken)
    {
        (PageDto page, _) = await ReadAsync(id, bodyFormat: null, cancellationToken).ConfigureAwait(false);
        return await lookups.SpaceAsync(Required.Member(page.SpaceId, "spaceId"), cancellationToken).ConfigureAwait(false);
    }

    public CloudLookups Lookups => lookups;

    /// <summary>A page, blog post or other node in whatever state, as the source gives it.</summary>
    public Task<(PageDto Page, ContentKind Kind)> FindAsync(ContentId id, CancellationToken cancellationToken) => ReadAsync(id, bodyFormat: null, cancellationToken);

    /// <summary>A page or blog post, without its body.</summary>
    public async Task<ContentPlace> PlaceAsync(ContentId id, CancellationToken cancellationToken)
    {
        (PageDto page, ContentKind kind) = await ReadAsync(id, bodyFormat: null, cancellationToken).ConfigureAwait(false);
        ContainerRef space = await lookups.SpaceAsync(Required.Member(page.SpaceId, "spaceId"), cancellationToken).ConfigureAwait(false);
        RequireText(kind);
        return new(id, kind, Required.Member(page.Title, "title"), space, Required.Member(page.Version?.Number, "version.number"), VocabularyMapping.ToStatus(page.Status));
    }

    public async Task<ConfluenceItem> GetAsync(ContentId id, bool withBody, bool includeAttachments, CancellationToken cancellationToken)
    {
        (PageDto page, ContentKind kind) = withBody
            ? await ReadWithStorageAsync(id, cancellationToken).ConfigureAwait(false)
            : await ReadAsync(id, bodyFormat: null, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(page, kind, new(withBody, includeAttachments), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds to a page what stands behind endpoints of its own.</summary>
    public async Task<ConfluenceItem> CompleteAsync(PageDto page, ContentKind kind, ItemScope scope, CancellationToken cancellationToken)
    {
        ContentId id = new(Required.Member(page.Id, "id"));
        string? storage = scope.WithBody && NodeKinds.HasText(kind) ? page.Body?.Storage?.Value : null;
        Task<ContainerRef> space = lookups.SpaceAsync(Required.Member(page.SpaceId, "spaceId"), cancellationToken);
        Task<IReadOnlyList<ContentAncestor>> ancestors = lookups.AncestorsAsync(page, kind, cancellationToken);
        Task<IReadOnlyList<string>> labels = NodeKinds.HasText(kind) ? lookups.LabelsAsync(page, kind, cancellationToken) : Task.FromResult<IReadOnlyList<string>>([]);
        Task<IReadOnlyList<AttachmentRef>> attachments = scope.IncludeAttachments && NodeKinds.HasText(kind) ? lookups.AttachmentsAsync(id, kind, cancellationToken) : Task.FromResult<IReadOnlyList<AttachmentRef>>([]);
        Task<IReadOnlyDictionary<string, string>> names = lookups.NamesAsync(
            [page.AuthorId, page.OwnerId, page.Version?.AuthorId, .. MentionScanner.IdsIn(storage, "ri:account-id")],
            cancellationToken);
        await Task.WhenAll(space, ancestors, labels, attachments, names).ConfigureAwait(false);

        IReadOnlyDictionary<string, string> people = await names.ConfigureAwait(false);
        ContentMetadata metadata = CloudPageMapping.ToMetadata(page, kind, source, await space.ConfigureAwait(false)) with
        {
            Author = PersonMapping.FromAccount(page.AuthorId, people),
            Owner = PersonMapping.FromAccount(page.OwnerId, people),
            Editor = PersonMapping.FromAccount(page.Version?.AuthorId, people),
            Ancestors = await ancestors.ConfigureAwait(false),
            Labels = await labels.ConfigureAwait(false),
        };
        return new(metadata) { AnchorStyle = HeadingAnchorStyle.Dashed, Storage = storage, EmbedUrl = page.EmbedUrl, Attachments = await attachments.ConfigureAwait(false), PeopleNames = people };
    }

    /// <summary>A body in another representation than the storage format; null where there is none of that version.</summary>
    public async Task<string?> BodyAsync(ContentMetadata item, ContentBodyFormat format, CancellationToken cancellationToken)
    {
        bool isDocument = format == ContentBodyFormat.AtlasDocument;
        (PageDto page, _) = await ReadAsync(item.Id, isDocument ? "atlas_doc_format" : "view", cancellationToken).ConfigureAwait(false);
        bool isSameVersion = page.Version?.Number?.ToString(CultureInfo.InvariantCulture) == item.Version;
        return isSameVersion ? (isDocument ? page.Body?.AtlasDocFormat : page.Body?.View)?.Value : null;
    }

    /// <summary>The page with its storage format, or without where that is what the source fails at.</summary>
    private async Task<(PageDto Page, ContentKind Kind)> ReadWithStorageAsync(ContentId id, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(id, "storage", cancellationToken).ConfigureAwait(false);
        }
        catch (UnavailableException failed) when (PageBodies.MayBeTheBody(failed))
        {
            return await ReadAsync(id, bodyFormat: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(PageDto Page, ContentKind Kind)> ReadAsync(ContentId id, string? bodyFormat, CancellationToken cancellationToken)
    {
        if (!ConfluenceIds.IsPossible(id) || CloudAttachments.IsAttachment(id))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }

        try
        {
            return (await api.GetPageAsync(id.Value, bodyFormat, includeLabels: "true", cancellationToken).ConfigureAwait(false), ContentKind.Page);
        }
        catch (NotFoundException)
        {
            ContentTypesDto types = await api.GetContentTypesAsync(new([id.Value]), cancellationToken).ConfigureAwait(false);
            ContentKind kind = VocabularyMapping.ToKind(types.Results?.GetValueOrDefault(id.Value));
            return (await ReadAsync(id, kind, bodyFormat, cancellationToken).ConfigureAwait(false), kind);
        }
    }

    /// <summary>What is not a current page: a blog post, another node of the tree, or a page in another state.</summary>
    private async Task<PageDto> ReadAsync(ContentId id, ContentKind kind, string? bodyFormat, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                ContentKind.Page => await api.GetOfStatusAsync("pages", id.Value, ["archived", "draft", "trashed"], bodyFormat, cancellationToken).ConfigureAwait(false),
                ContentKind.BlogPost => await ReadBlogPostAsync(id, bodyFormat, cancellationToken).ConfigureAwait(false),
                ContentKind.Other => throw ReaderGate.AbsentOrNotVisible(id),
                _ when NodeKinds.CollectionOf(kind) is { } collection => await api.GetNodeAsync(collection, id.Value, cancellationToken).ConfigureAwait(false),
                _ => throw UnsupportedKind(kind),
            };
        }
        catch (NotFoundException)
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }
    }

    private async Task<PageDto> ReadBlogPostAsync(ContentId id, string? bodyFormat, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetBlogPostAsync(id.Value, bodyFormat, includeLabels: "true", cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return await api.GetOfStatusAsync("blogposts", id.Value, ["draft", "trashed"], bodyFormat, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void RequireText(ContentKind kind)
    {
        if (!NodeKinds.HasText(kind))
        {
            throw UnsupportedKind(kind);
        }
    }

    private static InvalidQueryException UnsupportedKind(ContentKind kind) => new($"The id belongs to a {kind}; pages and blog posts can be read.")
    {
        Remedy = "Pass the id of a page or blog post.",
    };
}
