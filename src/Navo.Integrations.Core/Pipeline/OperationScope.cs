using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>The call in whose course a request is sent: how the HTTP handlers learn the caller's deadline.</summary>
internal sealed class OperationScope(string operation, string? itemId, TimeProvider time, long deadline)
{
    private static readonly AsyncLocal<OperationScope?> Ambient = new();

    private long _restsOn = long.MaxValue;
    private volatile bool _restsElsewhere;

    public static OperationScope? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public string Operation => operation;

    public string? ItemId => itemId;

    /// <summary>The integration whose work runs in it; null where that does not matter.</summary>
    public IntegrationName? Integration { get; init; }

    /// <summary>The scope of the call in whose course this one was made.</summary>
    public OperationScope? Outer { get; init; }

    /// <summary>When the oldest decision, or part of one, that the work was given was asked for; the highest number where there was none.</summary>
    public long RestsOn => Volatile.Read(ref _restsOn);

    /// <summary>Whether another integration decided, and so is told what to forget.</summary>
    public bool RestsElsewhere => _restsElsewhere;

    /// <summary>The decision under which the call reads, once it was made; for the audit trail.</summary>
    public PermissionDecision? Decision { get; set; }

    /// <summary>The timestamp at which the caller's time is up.</summary>
    public long Deadline => deadline;

    /// <summary>What is left of the caller's time, never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            long ticks = deadline - time.GetTimestamp();
            return ticks <= 0 ? TimeSpan.Zero : time.GetElapsedTime(0, ticks);
        }
    }

    /// <summary>Notes an answer that the work is given, and that of all calls around it.</summary>
    public static void Note(IntegrationName integration, CacheRegion region, long askedAt)
    {
        if (region != CacheRegion.Permission)
        {
            return;
        }

        for (OperationScope? scope = Current; scope is not null; scope = scope.Outer)
        {
            scope.RestOn(integration, askedAt);
        }
    }

    private void RestOn(IntegrationName integration, long askedAt)
    {
        for (long oldest = RestsOn; askedAt < oldest && Interlocked.CompareExchange(ref _restsOn, askedAt, oldest) != oldest; oldest = RestsOn)
        {
        }

        if (Integration is { } own && own != integration)
        {
            _restsElsewhere = true;
        }
    }
}
