using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Tokens, cost and budgets as metrics, on the meter of the integration. No tag says who.</summary>
internal sealed class UsageInstruments
{
    private static readonly InstrumentAdvice<long> Boundaries = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864],
    };

    private readonly Meter _meter;
    private readonly Histogram<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _ledgerFailures;
    private readonly ConcurrentDictionary<string, Func<IEnumerable<BudgetState>>> _budgets = new(StringComparer.Ordinal);

    public UsageInstruments(IMeterFactory meters)
    {
        string? version = typeof(UsageInstruments).Assembly.GetName().Version?.ToString(3);
        _meter = meters.Create(TelemetryNames.Of(EnterpriseGptDefaults.Kind), version);
        _tokens = _meter.CreateHistogram(EnterpriseGptTelemetry.TokenUsage, "{token}", "Tokens of calls of the model.", tags: null, Boundaries);
        _cost = _meter.CreateCounter<double>(EnterpriseGptTelemetry.Cost, "{USD}", "What calls of the model cost, where that is known.");
        _unknown = _meter.CreateCounter<long>(EnterpriseGptTelemetry.UnknownCost, "{request}", "Calls of the model whose cost is not known.");
        _ledgerFailures = _meter.CreateCounter<long>(EnterpriseGptTelemetry.LedgerFailures, "{failure}", "Times that the usage ledger failed.");
    }

    public void Settled(UsageEntry entry, string model, decimal? cost)
    {
        TagList tags = new()
        {
            { TelemetryNames.Instance, InstanceOf(entry.Key.Instance) },
            { UsageMetrics.OperationName, UsageMetrics.Chat },
            { UsageMetrics.ProviderName, UsageMetrics.OpenAI },
            { UsageMetrics.RequestModel, model },
            { TelemetryNames.Operation, entry.Key.Operation },
        };
        if (cost is { } known)
        {
            _cost.Add((double)known, tags);
        }
        else
        {
            _unknown.Add(1, tags);
        }

        Record(entry.Figures.Tokens.Input, UsageMetrics.Input, tags);
        Record(entry.Figures.Tokens.Output, UsageMetrics.Output, tags);
    }

    public void LedgerFailed(string instance) => _ledgerFailures.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Instance, InstanceOf(instance)));

    /// <summary>Reports the fullest budget of each kind.</summary>
    public void ObserveBudgets(string instance, Func<IEnumerable<BudgetState>> states)
    {
        _budgets[instance] = states;
        _meter.CreateObservableGauge(EnterpriseGptTelemetry.BudgetUsed, () => Measure(instance), "1", "The share of the fullest budget of each kind that is spent or reserved.");
    }

    /// <summary>The share of the fullest budget of each kind that is spent or reserved, by the kind's name; none where no budget is set or no call was made this month.</summary>
    public IReadOnlyDictionary<string, double> FullestBudgets(string instance) =>
        (_budgets.TryGetValue(instance, out Func<IEnumerable<BudgetState>>? states) ? states() : [])
            .GroupBy(static state => state.Scope)
            .ToDictionary(static scope => ScopeNames.Of(scope.Key), static scope => (double)scope.Max(BudgetShare.Of), StringComparer.Ordinal);

    private IEnumerable<Measurement<double>> Measure(string instance) =>
        FullestBudgets(instance).Select(scope => new Measurement<double>(
            scope.Value,
            new(TelemetryNames.Instance, InstanceOf(instance)),
            new(UsageMetrics.BudgetScope, scope.Key)));

    private static string InstanceOf(string instance) => instance.Length == 0 ? "default" : instance;

    private void Record(long tokens, string type, TagList tags)
    {
        tags.Add(UsageMetrics.TokenType, type);
        _tokens.Record(tokens, tags);
    }
}
