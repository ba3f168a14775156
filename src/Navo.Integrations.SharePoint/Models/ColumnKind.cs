namespace Navo.Integrations.SharePoint;

/// <summary>The type of a column.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/columndefinition"/>.</remarks>
public enum ColumnKind
{
    /// <summary>A type this version does not know, shown as it is.</summary>
    Other = 0,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number or currency.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A date, with or without a time.</summary>
    DateTime,

    /// <summary>One or several of given texts.</summary>
    Choice,

    /// <summary>The value of a column of another list.</summary>
    Lookup,

    /// <summary>People or groups.</summary>
    Person,

    /// <summary>Terms of managed metadata.</summary>
    Term,

    /// <summary>A link or picture.</summary>
    Link,

    /// <summary>Computed from other columns.</summary>
    Calculated,
}
