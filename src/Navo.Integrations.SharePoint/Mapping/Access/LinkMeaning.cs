namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Whether links that name nobody make an item visible.</summary>
internal readonly record struct LinkMeaning(bool OrganizationGrants, bool AnonymousGrants);
