namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>The kinds of tokens of RTF.</summary>
internal enum RtfTokenKind
{
    /// <summary>An opening brace.</summary>
    Open,

    /// <summary>A closing brace.</summary>
    Close,

    /// <summary>A control word or symbol.</summary>
    Control,

    /// <summary>One byte of text.</summary>
    Byte,
}
