using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>A hit of a search for changes.</summary>
internal sealed record SyncHitDto
{
    public ContentDto? Content { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    /// <summary>When the content was changed; null where the answer does not say, which counts as just now.</summary>
    public DateTimeOffset? When => Content?.Version?.When ?? Content?.Version?.CreatedAt ?? LastModified;

    /// <summary>What was seen of the content, so that it is not told twice.</summary>
    public string Key => $"{Content?.Id}:{Content?.Version?.Number}";
}
