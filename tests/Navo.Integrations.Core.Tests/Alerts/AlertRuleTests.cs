using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>How a rule raises, keeps and ends an alert, whatever it is about.</summary>
public sealed class AlertRuleTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly AlertWorld _world = new();

    public static TheoryData<AlertRule, double, double, double, double> Levels => new()
    {
        // rule, in order, between the levels, raised at, ended at
        { AlertRule.ResponseTime, 14.9, 12, 15, 10 },
        { AlertRule.ErrorRate, 0.19, 0.15, 0.2, 0.1 },
        { AlertRule.AuthenticationFailures, 2, 1, 3, 0 },
        { AlertRule.QuotaUsed, 0.89, 0.8, 0.9, 0.75 },
        { AlertRule.BreakerOpen, 0, 0.5, 1, 0 },
        { AlertRule.SyncLag, 43_199, 36_000, 43_200, 28_800 },
        { AlertRule.BudgetUsed, 0.79, 0.75, 0.8, 0.7 },
        { AlertRule.Expiry, 30.1 * 86_400, 30.5 * 86_400, 30 * 86_400, 31 * 86_400 },
        { AlertRule.Unhealthy, 0, 0.5, 1, 0 },
    };

    [Theory, MemberData(nameof(Levels))]
    public void A_rule_raises_one_alert_at_its_level_keeps_it_between_the_levels_and_ends_it_once(AlertRule rule, double below, double between, double raised, double ended)
    {
        Assert.Empty(_world.See(rule, below).Concat(_world.See(rule, below, 10 * Minute)));

        Alert alert = Assert.Single(_world.See(rule, raised).Concat(_world.See(rule, raised, 2 * Minute)));
        Assert.Equal((rule, AlertWorld.Wiki, raised, raised), (alert.Rule, alert.Integration, alert.Value, alert.Threshold));
        Assert.True(alert.IsOpen);
        Assert.Empty(_world.See(rule, raised, 10 * Minute).Concat(_world.See(rule, between, 10 * Minute)).Concat(_world.See(rule, between, 60 * Minute)));
        Assert.Equal(between, Assert.Single(_world.Monitor.Open).Value);

        Alert end = Assert.Single(_world.See(rule, ended).Concat(_world.See(rule, ended, 2 * Minute)).Concat(_world.See(rule, ended, 2 * Minute)));
        Assert.Equal((alert.Key, alert.RaisedAt, false), (end.Key, end.RaisedAt, end.IsOpen));
        Assert.Empty(_world.Monitor.Open);
        Assert.Equal(0, _world.Monitor.Troubles);
    }

    [Fact]
    public void A_trouble_that_does_not_last_is_not_raised()
    {
        Assert.Empty(_world.See(AlertRule.ErrorRate, 0.5));
        Assert.Empty(_world.See(AlertRule.ErrorRate, 0.5, TimeSpan.FromSeconds(59)));
        Assert.Empty(_world.See(AlertRule.ErrorRate, 0.19, TimeSpan.FromSeconds(1)));
        Assert.Empty(_world.See(AlertRule.ErrorRate, 0.5, TimeSpan.FromSeconds(30)));
        Assert.Empty(_world.See(AlertRule.ErrorRate, 0.5, TimeSpan.FromSeconds(59)));

        Assert.Single(_world.See(AlertRule.ErrorRate, 0.5, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_figure_that_is_in_order_for_a_moment_does_not_end_an_alert()
    {
        _world.See(AlertRule.QuotaUsed, 0.95);

        Assert.Empty(_world.See(AlertRule.QuotaUsed, 0.1));
        Assert.Empty(_world.See(AlertRule.QuotaUsed, 0.1, TimeSpan.FromSeconds(119)));
        Assert.Empty(_world.See(AlertRule.QuotaUsed, 0.95, TimeSpan.FromSeconds(1)));
        Assert.Empty(_world.See(AlertRule.QuotaUsed, 0.1, TimeSpan.FromSeconds(119)));
        Assert.Empty(_world.See(AlertRule.QuotaUsed, 0.1, TimeSpan.FromSeconds(119)));

        Assert.Single(_world.See(AlertRule.QuotaUsed, 0.1, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(AlertRule.ErrorRate, 1)]
    [InlineData(AlertRule.ResponseTime, 100)]
    public void Too_few_calls_raise_nothing(AlertRule rule, double value)
    {
        Assert.Empty(_world.See(rule, value, samples: 19).Concat(_world.See(rule, value, 5 * Minute, samples: 19)));

        Assert.Single(_world.See(rule, value, samples: 20).Concat(_world.See(rule, value, Minute, samples: 20)));
    }

    [Fact]
    public void Too_few_calls_that_still_fail_do_not_end_an_alert_either()
    {
        _world.See(AlertRule.ErrorRate, 1, samples: 50);
        Assert.Single(_world.See(AlertRule.ErrorRate, 1, Minute, samples: 50));

        Assert.Empty(_world.See(AlertRule.ErrorRate, 1, Minute, samples: 2).Concat(_world.See(AlertRule.ErrorRate, 1, 10 * Minute, samples: 2)));

        Assert.Single(_world.See(AlertRule.ErrorRate, 0, samples: 0).Concat(_world.See(AlertRule.ErrorRate, 0, 2 * Minute, samples: 0)));
    }

    [Fact]
    public void The_next_trouble_of_the_kind_is_an_alert_of_its_own()
    {
        Alert first = Assert.Single(_world.See(AlertRule.BudgetUsed, 0.9));
        _world.See(AlertRule.BudgetUsed, 0);
        _world.See(AlertRule.BudgetUsed, 0, 2 * Minute);

        Alert second = Assert.Single(_world.See(AlertRule.BudgetUsed, 0.9, Minute));

        Assert.Equal(first.Key, second.Key);
        Assert.NotEqual(first.RaisedAt, second.RaisedAt);
    }

    [Fact]
    public void What_its_source_names_no_more_is_over_and_what_a_failing_source_knew_stays()
    {
        _world.See(AlertRule.BreakerOpen, 1);
        _world.Source.Failure = new InvalidOperationException("canary");
        Assert.Empty(_world.After(10 * Minute).Concat(_world.After(10 * Minute)));
        Assert.Single(_world.Monitor.Open);
        Assert.Contains(_world.Logs.GetSnapshot(), record => record.Message.Contains("ScriptedAlertSource gave no figures (InvalidOperationException)", StringComparison.Ordinal));

        (_world.Source.Failure, _world.Source.Readings) = (null, []);

        Assert.Single(_world.After(Minute).Concat(_world.After(2 * Minute)));
        Assert.DoesNotContain(_world.Logs.GetSnapshot(), record => record.Message.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public void Integrations_and_parts_have_alerts_of_their_own()
    {
        _world.Source.Readings =
        [
            new(AlertRule.BudgetUsed, new("enterprise-gpt"), 0.9) { Part = "total" },
            new(AlertRule.BudgetUsed, new("enterprise-gpt"), 0.9) { Part = "user" },
            new(AlertRule.BudgetUsed, new("enterprise-gpt", "legal"), 0.9) { Part = "total" },
        ];

        string[] expected = ["budget_used:enterprise-gpt/total", "budget_used:enterprise-gpt/user", "budget_used:enterprise-gpt:legal/total"];
        Assert.Equal(expected, _world.Monitor.Evaluate().Select(alert => alert.Key));
        Assert.Empty(_world.Monitor.Evaluate());
    }

    [Fact]
    public void A_thousand_subjects_take_no_memory_while_they_are_in_order_and_a_bounded_one_when_they_are_not()
    {
        _world.Source.Readings = [.. Enumerable.Range(0, 1000).Select(i => new AlertReading(AlertRule.QuotaUsed, new("wiki", $"i{i}"), 0.5))];
        Assert.Empty(_world.Monitor.Evaluate());
        Assert.Equal(0, _world.Monitor.Troubles);

        _world.Source.Readings = [.. Enumerable.Range(0, AlertBook.MostTroubles + 1000).Select(i => new AlertReading(AlertRule.QuotaUsed, AlertWorld.Wiki, 1) { Part = $"{i}" })];
        Assert.Equal(AlertBook.MostTroubles, _world.Monitor.Evaluate().Count);
        Assert.Equal(AlertBook.MostTroubles, _world.Monitor.Troubles);
        Assert.Contains(_world.Logs.GetSnapshot(), record => record.Message.Contains("There are 5000 troubles", StringComparison.Ordinal));

        _world.Source.Readings = [];
        _world.Monitor.Evaluate();
        Assert.Equal(AlertBook.MostTroubles, _world.After(2 * Minute).Count);
        Assert.Equal(0, _world.Monitor.Troubles);
    }

    public void Dispose() => _world.Dispose();
}
