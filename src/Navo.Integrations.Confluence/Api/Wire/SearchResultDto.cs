namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>One hit of <c>/rest/api/search</c>.</summary>
public sealed record SearchResultDto
{
    /// <summary>The content, where the hit is one.</summary>
    public SearchContentDto? Content { get; set; }

    /// <summary>The excerpt, with highlight marks.</summary>
    public string? Excerpt { get; set; }

    /// <summary>The path for people, relative to the base of the answer.</summary>
    public string? Url { get; set; }

    /// <summary>When it was last modified.</summary>
    public DateTimeOffset? LastModified { get; set; }

    /// <summary>The score, where the server gives one.</summary>
    public double? Score { get; set; }
}
