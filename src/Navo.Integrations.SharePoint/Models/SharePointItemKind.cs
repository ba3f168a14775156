namespace Navo.Integrations.SharePoint;

/// <summary>What an item of a library is.</summary>
public enum SharePointItemKind
{
    /// <summary>A file.</summary>
    File = 0,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A package: several files that act as one, such as a notebook of OneNote. It has no bytes of its own.</summary>
    Package,

    /// <summary>A shortcut to an item of another library, which is not followed.</summary>
    Shortcut,
}
