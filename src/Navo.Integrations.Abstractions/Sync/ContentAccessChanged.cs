namespace Navo.Integrations.Abstractions;

/// <summary>Others than before may see an item; decisions about it that were kept are void.</summary>
public sealed record ContentAccessChanged : ContentChange;
