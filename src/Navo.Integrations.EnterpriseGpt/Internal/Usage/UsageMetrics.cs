namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Names and values of tags. Those of <c>gen_ai</c> are OpenTelemetry's: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/.</summary>
internal static class UsageMetrics
{
    public const string OperationName = "gen_ai.operation.name";
    public const string ProviderName = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string TokenType = "gen_ai.token.type";
    public const string BudgetScope = "navo.budget.scope";

    public const string Chat = "chat";
    public const string OpenAI = "openai";
    public const string Input = "input";
    public const string Output = "output";

    /// <summary>A model that is in no file of prices; there could be any number of them.</summary>
    public const string OtherModel = "other";
}
