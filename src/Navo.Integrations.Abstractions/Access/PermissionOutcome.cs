namespace Navo.Integrations.Abstractions;

/// <summary>The three answers to "may this reader see this item?". The default is the safe one.</summary>
public enum PermissionOutcome
{
    /// <summary>It could not be established; counts as deny everywhere.</summary>
    Unknown = 0,

    /// <summary>The reader may not see the item, or there is no such item.</summary>
    Deny,

    /// <summary>The reader may see the item.</summary>
    Allow,
}
