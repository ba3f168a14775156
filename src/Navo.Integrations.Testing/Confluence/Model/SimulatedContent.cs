using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A page, blog post, attachment, comment, or another node of the content tree.</summary>
public sealed record SimulatedContent
{
    /// <summary>The numeric id, unique among all contents of the site.</summary>
    public required long Id { get; init; }

    /// <summary>What it is.</summary>
    public SimulatedContentType Type { get; init; } = SimulatedContentType.Page;

    /// <summary><c>current</c>, <c>archived</c>, <c>trashed</c> or <c>draft</c>.</summary>
    public string Status { get; init; } = "current";

    /// <summary>The key of its space.</summary>
    public required string SpaceKey { get; init; }

    /// <summary>The page or folder above it, or the content that an attachment or comment belongs to.</summary>
    public long? ParentId { get; init; }

    /// <summary>The saved versions, oldest first; never empty.</summary>
    public required ImmutableArray<SimulatedVersion> Versions { get; init; }

    /// <summary>The direct read restriction, or null.</summary>
    public SimulatedRestriction? ReadRestriction { get; init; }

    /// <summary>The labels.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>How often it was viewed.</summary>
    public long Views { get; init; }

    /// <summary>The bytes of an attachment, else null.</summary>
    public SimulatedFile? File { get; init; }

    /// <summary>The passage of an inline comment, else null.</summary>
    public SimulatedPassage? Passage { get; init; }

    /// <summary>The newest version.</summary>
    public SimulatedVersion Latest => Versions[^1];

    /// <summary>The current title.</summary>
    public string Title => Latest.Title;

    /// <summary>Whether it stands in the content tree.</summary>
    internal bool IsNode => Type is not (SimulatedContentType.BlogPost or SimulatedContentType.Attachment or SimulatedContentType.Comment);
}
