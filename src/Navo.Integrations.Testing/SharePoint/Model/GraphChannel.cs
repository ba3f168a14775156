using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated channel.</summary>
/// <param name="Id">The id.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="MembershipType"><c>standard</c>, <c>private</c> or <c>shared</c>.</param>
/// <param name="FolderId">The folder of its files.</param>
/// <param name="Members">The ids of its members, the first an owner.</param>
public sealed record GraphChannel(string Id, string DisplayName, string MembershipType, string FolderId, ImmutableArray<string> Members);
