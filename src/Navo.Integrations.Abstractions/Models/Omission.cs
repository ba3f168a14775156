namespace Navo.Integrations.Abstractions;

/// <summary>Something that was left out, counted and never named.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct Omission(OmissionReason Reason, int Count);
