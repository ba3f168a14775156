namespace Navo.Integrations.Abstractions;

/// <summary>One condition of an <see cref="AccessPolicy"/>: the reader must be one of these principals.</summary>
public sealed record AccessClause
{
    /// <summary>Where the condition comes from.</summary>
    public required AccessClauseSource Source { get; init; }

    /// <summary>The id of the space, ancestor or item that imposes it.</summary>
    public required string SourceId { get; init; }

    /// <summary>The name of the space or the title of the ancestor or item, for administrators; null where it was not read.</summary>
    public string? SourceName { get; init; }

    /// <summary>Those who satisfy it; empty means nobody does.</summary>
    public required IReadOnlyList<AccessPrincipal> Principals { get; init; }
}
