namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>What a page turned out to be.</summary>
internal enum PdfPageKind
{
    /// <summary>It has text.</summary>
    Text,

    /// <summary>It has images and no text.</summary>
    Scanned,

    /// <summary>It has neither.</summary>
    Blank,
}
