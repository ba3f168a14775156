namespace Navo.Integrations.Testing.SharePoint.Kql;

/// <summary>A query that the service does not take.</summary>
internal sealed class KqlSyntaxException(string message) : Exception(message);
