using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A text that an answer is to rest on. Whoever gives it has made sure that the reader may see it.</summary>
public sealed record GroundingSource
{
    /// <summary>The integration that it comes from.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>The item.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The item's version; an answer that rests on another version is another answer.</summary>
    public required string Version { get; init; }

    /// <summary>The item's title.</summary>
    public required string Title { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The item within its integration: <c>integration/id</c>.</summary>
    public string Key => $"{Source}/{Id}";
}
