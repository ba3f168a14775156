namespace Navo.Integrations.Core.Http;

/// <summary>What an error is, where the HTTP status alone would mislead.</summary>
public enum VendorErrorKind
{
    /// <summary>As the status says.</summary>
    AsStatus = 0,

    /// <summary>The query is malformed.</summary>
    InvalidQuery,

    /// <summary>The credentials are not accepted.</summary>
    Authentication,

    /// <summary>A right or scope is missing.</summary>
    Permission,

    /// <summary>Absent or not visible.</summary>
    NotFound,
}
