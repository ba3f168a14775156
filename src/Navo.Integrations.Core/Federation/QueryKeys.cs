using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Federation;

/// <summary>What a query asks, as text: what a continuation is sealed to, and by which equal queries of a batch are found.</summary>
internal static class QueryKeys
{
    /// <summary>All that the order of the hits depends on. The deadline and what stale or explained answers are worth may change from page to page.</summary>
    public static string?[] OfOrder(FederatedQuery query) =>
    [
        query.Text,
        Number(query.Limit),
        KeyParts.Many(query.Sources),
        KeyParts.Many(query.Scopes?.Select(scope => scope is null ? null : $"{scope.Kind} {scope.Integration} {scope.Key}")),
        KeyParts.Many(query.Kinds),
        KeyParts.Many(query.FileTypes),
        KeyParts.Many(query.Authors),
        KeyParts.Many(query.Labels),
        Number(query.ModifiedSince?.UtcTicks),
        Number(query.ModifiedBefore?.UtcTicks),
        Number(query.MaxAge?.Ticks),
        query.OnInexpressible.ToString(),
        query.FreshnessBoost.ToString("R", CultureInfo.InvariantCulture),
    ];

    /// <summary>All that the answer depends on.</summary>
    public static string Of(FederatedQuery query) =>
        KeyParts.Many<string?>([.. OfOrder(query), query.Continuation, Number(query.Deadline.Ticks), query.AllowStale.ToString(), query.Explain.ToString()])!;

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
