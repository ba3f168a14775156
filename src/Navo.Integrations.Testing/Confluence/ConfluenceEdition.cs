namespace Navo.Integrations.Testing.Confluence;

/// <summary>The kind of Confluence that the simulator plays.</summary>
public enum ConfluenceEdition
{
    /// <summary>Confluence Cloud at its site address: REST v1 and v2, Basic authentication with a classic API token.</summary>
    Cloud,

    /// <summary>Confluence Cloud through the API gateway: the same API below <c>/ex/confluence/{cloudId}</c>, with a scoped token.</summary>
    CloudGateway,

    /// <summary>Confluence Data Center 10 below a context path, with a personal access token or user name and password.</summary>
    DataCenter,
}
