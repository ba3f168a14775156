using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Which usage to add up. A member that is null does not narrow it.</summary>
/// <param name="From">The first day (UTC).</param>
/// <param name="To">The last day (UTC), included; at most 400 days with the first.</param>
public sealed record UsageQuery(DateOnly From, DateOnly To)
{
    /// <summary>The most days that a query may span.</summary>
    public const int MostDays = 400;

    /// <summary>The reader, as <see cref="AccessContext.Key"/> gives it.</summary>
    public string? User { get; init; }

    /// <summary>The tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The model, as the API named it in its answers.</summary>
    public string? Model { get; init; }

    /// <summary>The operation, for example <c>summarize_content</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>What to break the figures down by. By day and model where nothing is said.</summary>
    public UsageGrouping GroupBy { get; init; } = UsageGrouping.Day | UsageGrouping.Model;

    internal void Check()
    {
        if (To < From)
        {
            throw new InvalidQueryException("To is before From.");
        }

        if (To.DayNumber - From.DayNumber >= MostDays)
        {
            throw new InvalidQueryException($"From and To span more than {MostDays} days.");
        }
    }
}
