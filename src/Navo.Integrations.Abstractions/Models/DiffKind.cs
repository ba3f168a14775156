namespace Navo.Integrations.Abstractions;

/// <summary>What happened to lines between two versions.</summary>
public enum DiffKind
{
    /// <summary>They stand in both.</summary>
    Unchanged,

    /// <summary>They stand in the later text only.</summary>
    Added,

    /// <summary>They stand in the earlier text only.</summary>
    Removed,
}
