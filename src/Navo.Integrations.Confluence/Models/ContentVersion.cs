using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>One saved version of a page or blog post.</summary>
public sealed record ContentVersion
{
    /// <summary>Its number, from 1. Numbers may have gaps: versions can be removed.</summary>
    public required int Number { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Who saved it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>What the author said of the change; null where nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the author called the change minor, so that nobody was notified.</summary>
    public required bool IsMinorEdit { get; init; }
}
