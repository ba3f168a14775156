namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>One hit of <c>/rest/api/search</c>.</summary>
public sealed record SearchResultDto
{
    /// <summary>The content, where the hit is one.</summary>
    public ContentDto? Content { get; init; }

    /// <summary>The title, with highlight marks.</summary>
    public string? Title { get; init; }

    /// <summary>The excerpt, with highlight marks.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The path for people, relative to the base of the answer.</summary>
    public string? Url { get; init; }

    /// <summary>What the hit is: <c>content</c>, <c>space</c> or <c>user</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>When it was last modified.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The score, where the server gives one.</summary>
    public double? Score { get; init; }
}
