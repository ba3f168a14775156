namespace Navo.Integrations.Abstractions;

/// <summary>How sure a <see cref="SearchTotal"/> is.</summary>
public enum SearchTotalKind
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The source's estimate.</summary>
    Estimated,

    /// <summary>Counted.</summary>
    Exact,
}
