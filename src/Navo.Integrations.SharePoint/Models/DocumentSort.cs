namespace Navo.Integrations.SharePoint;

/// <summary>A property to sort hits by.</summary>
/// <param name="Property">The managed property, for example <c>LastModifiedTime</c>.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record DocumentSort(string Property, bool IsDescending = false);
