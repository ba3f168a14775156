namespace Navo.Integrations.Abstractions;

/// <summary>An item that a <see cref="CitedAnswer"/> rests on.</summary>
public sealed record CitedSource
{
    /// <summary>The number within the markers.</summary>
    public required int Number { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>The item.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The version that was read.</summary>
    public required string Version { get; init; }

    /// <summary>The page, slide or rows within the item; null where the content names none.</summary>
    public string? Location { get; init; }

    /// <summary>Its address for people; null where the source gives none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Its words that support the answer.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];
}
