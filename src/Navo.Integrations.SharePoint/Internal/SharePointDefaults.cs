using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

internal static class SharePointDefaults
{
    public const string Kind = "sharepoint";

    /// <summary>Requests of one batch.</summary>
    public const int MaxBatch = 20;

    /// <summary>Groups of one membership check.</summary>
    public const int MaxGroupsOfCheck = 20;

    /// <summary>Items that are asked for on a page of a list; the service may give fewer.</summary>
    public const int PageSize = 200;

    public const string ItemFields =
        "id,name,description,eTag,cTag,size,webUrl,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy,parentReference,file,folder,package,deleted,publication,sharepointIds,root,malware,remoteItem";

    public const string SiteFields = "id,name,displayName,description,webUrl,createdDateTime,lastModifiedDateTime,isPersonalSite,siteCollection,root";

    public const string DriveFields = "id,name,description,driveType,webUrl,createdDateTime,lastModifiedDateTime,owner,sharePointIds,system";

    public const string ListFields = "id,name,displayName,description,webUrl,createdDateTime,lastModifiedDateTime,list,system,parentReference";

    public const string PageFields = "id,name,title,description,eTag,webUrl,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy,pageLayout,promotionKind,publishingState";

    /// <summary>The template of the library that holds the pages of a site.</summary>
    public const string PageLibrary = "webPageLibrary";

    public const string UserFields = "id,displayName,userPrincipalName,mail,userType,accountEnabled,externalUserState";

    /// <summary>The name of the HTTP client of an instance.</summary>
    public static string HttpClientName(IntegrationName name) => $"navo:{name}";

    /// <summary>The name of the client that asks the authority for tokens.</summary>
    public static string TokenClientName(IntegrationName name) => $"navo:{name}:token";

    /// <summary>The name of the client that fetches bytes from where Graph redirects to, without credentials.</summary>
    public static string DownloadsClientName(IntegrationName name) => $"navo:{name}:downloads";
}
