namespace Navo.Integrations.Abstractions;

/// <summary>Where an <see cref="AccessClause"/> comes from.</summary>
public enum AccessClauseSource
{
    /// <summary>The space or site that holds the item.</summary>
    Container,

    /// <summary>An ancestor of the item.</summary>
    Ancestor,

    /// <summary>The item itself.</summary>
    Item,
}
