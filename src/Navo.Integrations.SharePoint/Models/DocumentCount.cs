namespace Navo.Integrations.SharePoint;

/// <summary>How many hits have one value of a property.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">The hits; the service estimates large numbers.</param>
public sealed record DocumentCount(string Value, long Count);
