namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatResponseFormatDto(JsonSchemaDto JsonSchema)
{
    public string Type { get; } = "json_schema";
}
