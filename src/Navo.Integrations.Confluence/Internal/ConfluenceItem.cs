using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>A page or blog post as both editions give it: mapped, with its body still in storage format.</summary>
internal sealed record ConfluenceItem(ContentMetadata Metadata)
{
    /// <summary>The body in storage format; null where the source does not give it.</summary>
    public string? Storage { get; init; }

    /// <summary>The body to render: the storage format unless another representation stands in for it.</summary>
    public string? Body { get => field ?? Storage; init; }

    /// <summary>The representation of <see cref="Body"/>.</summary>
    public ContentBodyFormat BodyFormat { get; init; }

    /// <summary>Of a smart link: the address that it leads to.</summary>
    public string? EmbedUrl { get; init; }

    /// <summary>How the edition makes fragments of headings.</summary>
    public required HeadingAnchorStyle AnchorStyle { get; init; }

    public IReadOnlyList<AttachmentRef> Attachments { get; init; } = [];

    /// <summary>What could not be read of it because of its state.</summary>
    public IReadOnlyList<ContentLoss> Losses { get; init; } = [];

    /// <summary>Names of the people whom the body mentions, by account id or user key, as far as they could be read.</summary>
    public IReadOnlyDictionary<string, string> PeopleNames { get; init; } = new Dictionary<string, string>();
}
