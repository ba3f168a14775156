namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A page that was asked for ahead; one without an answer stands for none.</summary>
internal sealed record FeedAheadPage(string Link, long Asked, Task<FeedAnswer>? Answer);
