namespace Navo.Integrations.Testing.Confluence.KnowledgeBase;

/// <summary>One entry of the knowledge base's index.</summary>
internal sealed record PageSeed
{
    /// <summary>Names the content in the index and its body's resource.</summary>
    public required string Slug { get; init; }

    public required string Space { get; init; }

    public required string Title { get; init; }

    /// <summary>page, blogpost, comment, attachment or folder.</summary>
    public string Type { get; init; } = "page";

    /// <summary>The slug of the content above.</summary>
    public string? Parent { get; init; }

    /// <summary>Days since the last change.</summary>
    public int Age { get; init; }

    /// <summary>How many versions were saved, 60 days apart.</summary>
    public int Versions { get; init; } = 1;

    /// <summary>The login name of the author.</summary>
    public string Author { get; init; } = "ada";

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The ids of the groups that pass the read restriction; none means unrestricted.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>The body in storage format, or the text of an attachment.</summary>
    public string Body { get; init; } = "";
}
