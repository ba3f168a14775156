namespace Navo.Integrations.Abstractions;

/// <summary>Something that the source holds and the text does not show in full.</summary>
/// <param name="Element">What it is, for example <c>macro:jira</c>.</param>
/// <param name="Detail">What stands in its place, in a sentence.</param>
public sealed record ContentLoss(string Element, string Detail);
