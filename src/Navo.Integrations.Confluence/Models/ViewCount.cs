namespace Navo.Integrations.Confluence;

/// <summary>How often a content was viewed, or why that is not known.</summary>
/// <param name="Views">The number of views; null where it is not known, which is not zero.</param>
/// <param name="Problem">Why it is not known.</param>
public sealed record ViewCount(long? Views, string? Problem);
