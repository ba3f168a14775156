using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Our own accounting, and beside it the organization's where a key for it is there.</summary>
internal sealed class UsageDesk(UsageMeter meter, AdministrationDesk administration)
{
    public async Task<UsageStats> ReadAsync(UsageQuery query, CancellationToken cancellationToken)
    {
        UsageStats own = await meter.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        if (!administration.HasKey)
        {
            return own;
        }

        try
        {
            Task<IReadOnlyList<OrganizationUsage>> usage = administration.UsageAsync(query, cancellationToken);
            Task<IReadOnlyList<OrganizationCost>> costs = administration.CostsAsync(query, cancellationToken);
            await Task.WhenAll(usage, costs).ConfigureAwait(false);
            return own with { OrganizationUsage = await usage.ConfigureAwait(false), OrganizationCosts = await costs.ConfigureAwait(false) };
        }
        catch (IntegrationException failure)
        {
            return own with { OrganizationFailure = failure }; // our own figures are whole without it
        }
    }
}
