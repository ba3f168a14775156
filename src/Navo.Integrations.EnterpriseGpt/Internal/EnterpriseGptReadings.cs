using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The figures of an instance that alerts look at and the core does not know: the rate limit of its models, as the last answers had it, and the fullest budget of each kind, without a name.</summary>
internal sealed class EnterpriseGptReadings(IServiceProvider services, IntegrationName name) : IAlertSource
{
    public IEnumerable<AlertReading> Read()
    {
        EnterpriseGptConnection connection = services.GetRequiredKeyedService<EnterpriseGptConnection>(name.ToString());
        if (connection.Pacer.Scarcest() is { } scarcest)
        {
            yield return new(AlertRule.QuotaUsed, name, 1 - scarcest.Left.Least) { Part = "rate limit" };
        }

        foreach ((string scope, double share) in services.GetRequiredService<UsageInstruments>().FullestBudgets(name.Instance))
        {
            yield return new(AlertRule.BudgetUsed, name, share) { Part = scope };
        }
    }
}
