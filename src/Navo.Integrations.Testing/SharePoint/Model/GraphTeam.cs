using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated team.</summary>
/// <param name="Id">The id, that of its group.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="Channels">The channels.</param>
public sealed record GraphTeam(string Id, string DisplayName, ImmutableArray<GraphChannel> Channels);
