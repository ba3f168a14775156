namespace Navo.Integrations.Confluence;

/// <summary>Which kind of Confluence an address leads to.</summary>
public enum ConfluenceDeployment
{
    /// <summary>Told from the address: <c>*.atlassian.net</c> and <c>api.atlassian.com</c> are Cloud, everything else is Data Center.</summary>
    Auto = 0,

    /// <summary>Confluence Cloud, also under a custom domain.</summary>
    Cloud,

    /// <summary>Confluence Data Center.</summary>
    DataCenter,
}
