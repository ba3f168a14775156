using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>The call in whose course a request is sent: how the HTTP handlers learn the caller's deadline.</summary>
internal sealed class OperationScope(string operation, string? itemId, TimeProvider time, long deadline)
{
    private static readonly AsyncLocal<OperationScope?> Ambient = new();

    public static OperationScope? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public string Operation => operation;

    public string? ItemId => itemId;

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
}
