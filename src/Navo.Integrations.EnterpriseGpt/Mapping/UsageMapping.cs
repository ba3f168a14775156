namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>Figures of usage as an API tells them.</summary>
internal static class UsageMapping
{
    /// <summary>Null where they are not told or make no sense: one below zero would give a budget back what was spent.</summary>
    public static TokenUsage? Of(long? input, long? cached, long? written, long? output, long? reasoning) =>
        input >= 0 && output >= 0 && (cached ?? 0) >= 0 && (written ?? 0) >= 0 && (reasoning ?? 0) >= 0
            ? new(input.Value, cached ?? 0, written ?? 0, output.Value, reasoning ?? 0)
            : null;
}
