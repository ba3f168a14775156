using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>A condition that holds. It names nobody and no other item.</summary>
/// <param name="ImposedBy">Where it comes from.</param>
/// <param name="MetAs">As what the reader meets it.</param>
internal sealed record ConditionResult(
    [property: Description("Where it comes from: container, ancestor or item.")] string ImposedBy,
    [property: Description("As what you meet it: user, group, site_group, application, everyone_signed_in or anonymous.")] IReadOnlyList<string> MetAs);
