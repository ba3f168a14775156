using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record TextFormatDto(string Name, JsonElement Schema)
{
    public string Type { get; } = "json_schema";

    public bool Strict { get; } = true;
}
