namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>How an API refuses a schema.</summary>
internal sealed record SchemaRefusal(string Param, string? Code);
