using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A role of a Cloud site with role-based access control.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Permissions">What it allows, for instance <c>read/space</c>.</param>
public sealed record SimulatedRole(string Id, string Name, ImmutableArray<string> Permissions);
