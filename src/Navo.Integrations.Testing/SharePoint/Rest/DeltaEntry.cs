using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The latest state of something in a feed of changes.</summary>
/// <param name="Change">The number of its last change.</param>
/// <param name="When">When that was.</param>
/// <param name="IsDeleted">Whether it is gone.</param>
/// <param name="Json">How it is shown; told after which change the feed begins.</param>
internal sealed record DeltaEntry(long Change, DateTimeOffset When, bool IsDeleted, Func<long, JsonObject> Json);
