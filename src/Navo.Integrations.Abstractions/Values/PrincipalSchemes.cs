namespace Navo.Integrations.Abstractions;

/// <summary>The systems whose ids the shipped integrations understand.</summary>
public static class PrincipalSchemes
{
    /// <summary>An Atlassian account id, as Confluence Cloud uses it.</summary>
    public const string AtlassianAccount = "atlassian";

    /// <summary>The user key of a Confluence Data Center instance.</summary>
    public const string ConfluenceUserKey = "confluence-userkey";

    /// <summary>The user name of a Confluence Data Center instance.</summary>
    public const string ConfluenceUsername = "confluence-username";

    /// <summary>A group of Confluence: its id on Cloud, its name on Data Center.</summary>
    public const string ConfluenceGroup = "confluence-group";

    /// <summary>The object id of a Microsoft Entra user or group.</summary>
    public const string EntraObject = "entra";

    /// <summary>A user principal name.</summary>
    public const string UserPrincipalName = "upn";

    /// <summary>An e-mail address.</summary>
    public const string Email = "email";

    /// <summary>A claim that SharePoint makes about whole sets of people: <c>everyone-except-external-users</c>.</summary>
    public const string SharePointClaim = "sharepoint-claim";

    /// <summary>A group that exists within one SharePoint site: the site's id, a slash, the group's number.</summary>
    public const string SharePointSiteGroup = "sharepoint-site-group";

    /// <summary>Somebody whom SharePoint names in a way that can't be resolved; nobody is known to be it, and nobody is known not to be.</summary>
    public const string SharePointUnresolved = "sharepoint-unresolved";
}
