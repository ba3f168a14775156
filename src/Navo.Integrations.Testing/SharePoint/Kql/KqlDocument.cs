namespace Navo.Integrations.Testing.SharePoint.Kql;

/// <summary>What the index knows of an item.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Properties">Its properties by name in lower case.</param>
internal sealed record KqlDocument(string Text, IReadOnlyDictionary<string, string> Properties);
