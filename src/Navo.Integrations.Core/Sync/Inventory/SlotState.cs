namespace Navo.Integrations.Core.Sync;

/// <summary>What is in a place of the inventory's index. A file that was never written to is all free.</summary>
internal enum SlotState : byte
{
    Free = 0,
    Taken,

    /// <summary>An item was here; others that came after it stand further on.</summary>
    Left,
}
