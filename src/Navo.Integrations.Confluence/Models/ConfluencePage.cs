using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A page or blog post with its text, and its body as Confluence stores it.</summary>
public sealed record ConfluencePage : IServedResult
{
    /// <summary>The text, structure and metadata.</summary>
    public required KnowledgeContent Content { get; init; }

    /// <summary>The body in storage format; empty where the source gives none.</summary>
    /// <remarks><see href="https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html"/>.</remarks>
    public required string Storage { get; init; }

    /// <summary>The representation from which the text was made. Another than the storage format is also named by a loss <c>body:storage</c>.</summary>
    public ContentBodyFormat BodyFormat { get; init; }

    /// <inheritdoc />
    public ResultOrigin Origin => Content.Origin;

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Content = Content with { Origin = origin } };
}
