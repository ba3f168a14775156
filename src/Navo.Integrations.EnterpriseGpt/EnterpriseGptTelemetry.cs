namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Names under which this package reports beside the shared ones, on the meter and the source of traces <c>Navo.Integrations.EnterpriseGpt</c>.</summary>
public static class EnterpriseGptTelemetry
{
    /// <summary>Counter: answers that another model than the one asked for gave. Tags: instance, <see cref="FallbackReason"/>.</summary>
    public const string ModelFallbacks = "navo.enterprise_gpt.model.fallbacks";

    /// <summary>Histogram: tokens of calls of the model, by OpenTelemetry's name. Tags: instance, operation, model, <c>gen_ai.token.type</c> (<c>input</c> or <c>output</c>).</summary>
    /// <remarks><see href="https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/"/>.</remarks>
    public const string TokenUsage = "gen_ai.client.token.usage";

    /// <summary>Counter: what calls cost in US dollars, where that is known.</summary>
    public const string Cost = "navo.enterprise_gpt.cost";

    /// <summary>Counter: calls whose cost is not known.</summary>
    public const string UnknownCost = "navo.enterprise_gpt.cost.unknown";

    /// <summary>Gauge: the share of the fullest budget of each kind that is spent or reserved.</summary>
    public const string BudgetUsed = "navo.enterprise_gpt.budget.used";

    /// <summary>Counter: failures of the usage ledger.</summary>
    public const string LedgerFailures = "navo.enterprise_gpt.ledger.failures";

    /// <summary>Activity, and its operation: an answer of the knowledge assistant as a whole. Tags: operation, <see cref="AnswerOutcome"/>, and the error's type for a failure.</summary>
    public const string Answer = "answer";

    /// <summary>Tag of activities: <c>answered</c>, <c>extractive</c> or <c>dont_know</c>.</summary>
    public const string AnswerOutcome = "navo.enterprise_gpt.answer.outcome";

    /// <summary>Tag: <c>shutdown_date_passed</c> or <c>model_unavailable</c>.</summary>
    public const string FallbackReason = "navo.enterprise_gpt.fallback.reason";
}
