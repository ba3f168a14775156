namespace Navo.Integrations.Abstractions;

/// <summary>Rows of a spreadsheet within a text, and the cells that they show. Each row is a line of a table; empty columns, and rows without content, are not shown.</summary>
/// <param name="Start">Where they begin in <see cref="KnowledgeContent.Markdown"/>, in UTF-16 characters.</param>
/// <param name="Length">How long they are there.</param>
/// <param name="Sheet">The name of the sheet; null where the file has none.</param>
/// <param name="Range">The cells, from the first to the last that is shown, for example <c>A1:F20</c>.</param>
public sealed record ContentCells(int Start, int Length, string? Sheet, string Range);
