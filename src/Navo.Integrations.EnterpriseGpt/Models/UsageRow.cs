namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Usage of one group. A member that the query did not group by is null.</summary>
public sealed record UsageRow
{
    /// <summary>The day (UTC).</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The reader, as <see cref="Abstractions.AccessContext.Key"/> gives it.</summary>
    public string? User { get; init; }

    /// <summary>The tenant; empty for calls that named none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The operation.</summary>
    public string? Operation { get; init; }

    /// <summary>What was used.</summary>
    public UsageFigures Figures { get; init; } = UsageFigures.None;
}
