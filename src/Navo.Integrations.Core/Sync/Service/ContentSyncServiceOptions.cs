using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>When a service keeps a copy in step, and with what bounds. The intervals adapt: a source that changes is looked at sooner, a quiet one later. Section <c>Navo:Integrations:Sync</c>, for all services alike; code sets what is different.</summary>
public sealed class ContentSyncServiceOptions
{
    /// <summary>What to keep in step; by default all that the configuration allows.</summary>
    public SyncScope Scope { get; set; } = SyncScope.All;

    /// <summary>The shortest time from the start of a run to that of the next, also where notifications come in; one minute by default, one second at least.</summary>
    public TimeSpan ShortestInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest time from a run to the next, which a quiet source comes to; one hour by default, a day at most.</summary>
    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The same for a source that tells by itself and whose subscriptions are all alive: the run is for what notifications lost. Six hours by default, a day at most.</summary>
    public TimeSpan NotifiedInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How often it is asked who may see what, because sources change that without touching the item; a day by default; null for never.</summary>
    public TimeSpan? AccessInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many deletions are believed without asking.</summary>
    public DeletionBudget Deletions { get; set; } = new();

    /// <summary>How many changes are acknowledged at most before the checkpoint is saved, 1 to 100,000; 100 by default. It is saved at the end of each run too.</summary>
    public int SaveEvery { get; set; } = 100;

    /// <summary>How many changes in a row may fail at the handler before the run is broken off, 1 to 1,000; 5 by default. A single one that fails ends nothing: it is told again by the next run.</summary>
    public int MaxConsecutiveFailures { get; set; } = 5;
}
