namespace Navo.Integrations.Testing.SharePoint;

/// <summary>Observed misbehaviours of Graph in paging, each switched on by itself. May be changed while the simulator runs.</summary>
public sealed class GraphQuirks
{
    /// <summary>Between two pages comes an empty one that has a next link.</summary>
    public bool EmptyPagesWithNextLink { get; set; }

    /// <summary>Each further page begins with the last item of the page before. The feed of changes gives such an item in an older state first.</summary>
    public bool RepeatsItemsAcrossPages { get; set; }

    /// <summary>The feed of changes marks folders too whose permissions have changed. Graph is not known to: it marks files.</summary>
    public bool MarksSharingOfFolders { get; set; }

    /// <summary>The feed of changes of a list gives an error in the place of an item that is gone, without its id.</summary>
    /// <remarks><see href="https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544"/>.</remarks>
    public bool ErrorsInPlaceOfDeletedListItems { get; set; }

    /// <summary>The next link of a page leads to the same page, on the last page too.</summary>
    public bool NextLinkPointsToItself { get; set; }
}
