namespace Navo.Integrations.Confluence;

/// <summary>The representation of a body from which a text was made.</summary>
public enum ContentBodyFormat
{
    /// <summary>The storage format, which holds most; the others are read where it is missing or can't be read.</summary>
    Storage = 0,

    /// <summary>Cloud's document format, <c>atlas_doc_format</c>.</summary>
    AtlasDocument,

    /// <summary>The HTML that is shown to people, with macros run as the service account sees them.</summary>
    View,
}
