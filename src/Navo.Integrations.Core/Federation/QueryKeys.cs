using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>What a query asks, as text: what a continuation is sealed to, and by which equal queries of a batch are found.</summary>
internal static class QueryKeys
{
    /// <summary>All that the order of the hits depends on. The deadline and what stale or explained answers are worth may change from page to page.</summary>
    public static string?[] OfOrder(FederatedQuery query) =>
    [
        query.Text,
        Number(query.Limit),
        Many(query.Sources),
        Many(query.Scopes?.Select(scope => scope is null ? null : $"{scope.Kind} {scope.Integration} {scope.Key}")),
        Many(query.Kinds),
        Many(query.FileTypes),
        Many(query.Authors),
        Many(query.Labels),
        Number(query.ModifiedSince?.UtcTicks),
        Number(query.ModifiedBefore?.UtcTicks),
        Number(query.MaxAge?.Ticks),
        query.OnInexpressible.ToString(),
        query.FreshnessBoost.ToString("R", CultureInfo.InvariantCulture),
    ];

    /// <summary>All that the answer depends on.</summary>
    public static string Of(FederatedQuery query) =>
        Many<string?>([.. OfOrder(query), query.Continuation, Number(query.Deadline.Ticks), query.AllowStale.ToString(), query.Explain.ToString()])!;

    /// <summary>Each part with its length, so that no two lists look the same. A list that is missing has a key too: it fails later, alone.</summary>
    private static string? Many<T>(IEnumerable<T>? parts)
    {
        if (parts is null)
        {
            return null;
        }

        StringBuilder text = new();
        foreach (T part in parts)
        {
            string? word = part?.ToString();
            text.Append(CultureInfo.InvariantCulture, $"{word?.Length ?? -1}:{word}");
        }

        return text.ToString();
    }

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
