namespace Navo.Integrations.Abstractions;

/// <summary>The state of an item. Archived is not deleted.</summary>
public enum ContentStatus
{
    /// <summary>A state this version does not know.</summary>
    Unknown = 0,

    /// <summary>In use.</summary>
    Current,

    /// <summary>Not yet published.</summary>
    Draft,

    /// <summary>Set aside and still readable.</summary>
    Archived,

    /// <summary>In the bin.</summary>
    Trashed,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>An older version.</summary>
    Historical,
}
