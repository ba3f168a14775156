namespace Navo.Integrations.SharePoint;

/// <summary>The Microsoft cloud that holds the tenant.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/deployments"/>.</remarks>
public enum SharePointCloud
{
    /// <summary>The worldwide service, GCC included.</summary>
    Global = 0,

    /// <summary>Microsoft 365 GCC High.</summary>
    UsGovernmentHigh,

    /// <summary>Microsoft 365 DoD.</summary>
    UsGovernmentDoD,

    /// <summary>The service operated by 21Vianet.</summary>
    China,
}
