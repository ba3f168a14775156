namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What becomes of a macro.</summary>
internal enum MacroTreatment
{
    /// <summary>Its content stands in the text.</summary>
    Rendered,

    /// <summary>A link to its content stands in the text, and a loss is noted.</summary>
    Linked,

    /// <summary>Its name stands in the text, with its body if it has one, and a loss is noted.</summary>
    Placeholder,
}
