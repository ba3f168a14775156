namespace Navo.Integrations.Testing.SharePoint;

/// <summary>How a <see cref="GraphSimulator"/> is set up.</summary>
public sealed record GraphSimulatorOptions
{
    /// <summary>The port of Graph; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The seed of faults with a probability, and of the order of answers in a batch.</summary>
    public int Seed { get; init; }

    /// <summary>The clock on which tokens end and delays pass.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The most items on a page, whatever is asked for; null for the vendor's own limits.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>The tenant to serve; the believable one if null.</summary>
    public GraphTenant? Tenant { get; init; }

    /// <summary>The ids of the only sites that the application was granted (<c>Sites.Selected</c>); null for all.</summary>
    public IReadOnlyCollection<string>? SelectedSites { get; init; }
}
