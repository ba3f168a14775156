namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Which family of answers and errors a path belongs to.</summary>
internal enum ApiFlavor
{
    /// <summary>Cloud v1 and Data Center.</summary>
    V1,

    /// <summary>Cloud v2.</summary>
    V2,
}
