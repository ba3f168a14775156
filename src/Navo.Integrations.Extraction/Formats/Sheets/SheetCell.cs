namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>A cell with content.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Text">What it shows.</param>
/// <param name="IsText">Whether its value is a text; the other values are numbers, dates and truths.</param>
internal readonly record struct SheetCell(int Column, ReadOnlyMemory<char> Text, bool IsText);
