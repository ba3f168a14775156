namespace Navo.Integrations.Testing.OpenAi.Handbook;

/// <summary>One text of a store.</summary>
internal sealed record HandbookSeed
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The source that it was copied from; null for a file without a stamp.</summary>
    public string? Source { get; init; }

    /// <summary>Its id in the source.</summary>
    public string? Id { get; init; }

    public string Version { get; init; } = "1";

    public string Kind { get; init; } = "page";

    public string Container { get; init; } = "HANDBOOK";

    /// <summary>Days since it was last changed in the source.</summary>
    public int Age { get; init; }

    /// <summary>The stamp by which a copy is told from its source; nothing for a file without one.</summary>
    public Dictionary<string, object> Attributes(DateTimeOffset now) => Source is null || Id is null ? [] : new()
    {
        ["navo_source"] = Source,
        ["navo_id"] = Id,
        ["navo_version"] = Version,
        ["title"] = Title,
        ["url"] = $"https://handbook.example.com/{Container.ToLowerInvariant()}/{Id}",
        ["kind"] = Kind,
        ["container"] = Container,
        ["modified"] = now.AddDays(-Age).ToUnixTimeSeconds(),
    };
}
