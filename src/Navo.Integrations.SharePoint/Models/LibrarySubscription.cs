namespace Navo.Integrations.SharePoint;

/// <summary>A subscription to the changes of a library.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DriveId">The library: the id of its drive, which is the partition of the sync.</param>
/// <param name="Expires">When it ends unless it is renewed.</param>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.</remarks>
public sealed record LibrarySubscription(string Id, string DriveId, DateTimeOffset Expires);
