using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A text to summarize and how. Whoever gives it has made sure that the reader may see it.</summary>
public sealed record SummaryRequest
{
    private SummaryRequest(string title, string markdown, IReadOnlyList<ContentSection> sections)
    {
        Title = title;
        Markdown = markdown;
        Sections = sections;
    }

    /// <summary>The title of the text.</summary>
    public string Title { get; }

    /// <summary>The text as Markdown, of any length.</summary>
    public string Markdown { get; }

    /// <summary>Where the text has its headings; empty to find them in the Markdown.</summary>
    public IReadOnlyList<ContentSection> Sections { get; }

    /// <summary>The text as the coverage report and answer caches know it: <c>integration/id@version</c>; null for a plain text.</summary>
    public string? Source { get; private init; }

    /// <summary>How the summary is written.</summary>
    public SummaryStyle Style { get; init; }

    /// <summary>How long it is, where <see cref="MaxWords"/> says nothing.</summary>
    public SummaryLength Length { get; init; }

    /// <summary>The most words that the model is asked for, 10 to 5,000; null for what <see cref="Length"/> says.</summary>
    public int? MaxWords { get; init; }

    /// <summary>Who reads it, for example "new colleagues in sales", up to 200 characters; null for anybody.</summary>
    public string? Audience { get; init; }

    /// <summary>Its language as a BCP-47 tag such as <c>de</c>; null for the text's own.</summary>
    public string? Language { get; init; }

    /// <summary>A question that the summary is to look at, up to 2,000 characters; null for the text as a whole.</summary>
    public string? Focus { get; init; }

    /// <summary>The tenant whose budget pays; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>How many calls to the model may be made, 1 to 10,000; 1,000 by default. What they do not reach is in the coverage report.</summary>
    public int MaxCalls { get; init; } = 1000;

    /// <summary>Summarizes a content.</summary>
    /// <param name="content">The content, as an integration gave it to the reader.</param>
    /// <returns>The request.</returns>
    public static SummaryRequest ForContent(KnowledgeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string source = $"{content.Metadata.Source}/{content.Metadata.Id}@{content.SourceVersion}";
        return new(content.Metadata.Title, content.Markdown, content.Sections) { Source = source };
    }

    /// <summary>Summarizes a plain text or a Markdown text.</summary>
    /// <param name="markdown">The text, not blank.</param>
    /// <param name="title">Its title; empty for none.</param>
    /// <returns>The request.</returns>
    public static SummaryRequest ForText(string markdown, string title = "")
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(title);
        return new(title, markdown, []);
    }
}
