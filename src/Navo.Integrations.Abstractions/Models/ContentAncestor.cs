namespace Navo.Integrations.Abstractions;

/// <summary>An item above another one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where the source does not tell it here.</param>
/// <param name="Kind">What it is.</param>
public sealed record ContentAncestor(ContentId Id, string? Title, ContentKind Kind);
