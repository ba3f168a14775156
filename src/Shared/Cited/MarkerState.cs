namespace Navo.Integrations.Cited;

/// <summary>What stands at a place of a text that goes on.</summary>
internal enum MarkerState
{
    /// <summary>No marker, whatever follows.</summary>
    None = 0,

    /// <summary>The beginning of what may become one.</summary>
    Incomplete,

    /// <summary>One.</summary>
    Whole,
}
