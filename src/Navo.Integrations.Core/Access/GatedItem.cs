using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>An item about which a gate decides, with what is known of it beforehand.</summary>
/// <param name="Id">The item.</param>
/// <param name="Container">Its container, where it is known.</param>
/// <param name="Version">Its version, where it is known.</param>
internal readonly record struct GatedItem(ContentId Id, ContainerRef? Container = null, string? Version = null);
