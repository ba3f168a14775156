using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Kql;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>What a search may find: how it is shown, and what the index knows of it.</summary>
internal sealed record SearchCandidate(JsonObject Resource, KqlDocument Document)
{
    /// <summary>A property as the index has it; empty if it has none of that name.</summary>
    public string this[string property] => Document.Properties.GetValueOrDefault(property.ToLowerInvariant(), string.Empty);
}
