namespace Navo.Integrations.Testing.Confluence;

/// <summary>How a <see cref="ConfluenceSimulator"/> is started.</summary>
public sealed class ConfluenceSimulatorOptions
{
    /// <summary>The edition to play. Default: <see cref="ConfluenceEdition.Cloud"/>.</summary>
    public ConfluenceEdition Edition { get; init; }

    /// <summary>What it serves; <see cref="ConfluenceSite.CreateKnowledgeBase"/> on <see cref="TimeProvider"/> if null.</summary>
    public ConfluenceSite? Site { get; init; }

    /// <summary>The loopback port, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The greatest page size that the server gives, whatever <c>limit</c> asks for; null for the vendor's own caps.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>The clock of faults, and of the site if <see cref="Site"/> is null. Give a fake one for virtual time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The seed of the fault script: the same seed and requests give the same faults.</summary>
    public int Seed { get; init; }
}
