using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record JsonSchemaDto(string Name, JsonElement Schema)
{
    public bool Strict { get; } = true;
}
