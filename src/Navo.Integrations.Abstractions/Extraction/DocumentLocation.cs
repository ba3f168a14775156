using System.Globalization;

namespace Navo.Integrations.Abstractions;

/// <summary>A place in a file, as a person would look for it.</summary>
public sealed record DocumentLocation
{
    /// <summary>The headings above the place, from the outermost.</summary>
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>The page, from 1, of a format that has pages.</summary>
    public int? Page { get; init; }

    /// <summary>The slide, from 1.</summary>
    public int? Slide { get; init; }

    /// <summary>The name of the sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>The cells on the sheet, for example <c>A1:F20</c>.</summary>
    public string? CellRange { get; init; }

    /// <summary>The name of the file within the file: an entry of an archive, an attachment of a message, a chapter of a book.</summary>
    public string? Part { get; init; }

    /// <summary>The place in words, for example <c>page 3</c> or <c>Budget!A1:F20</c>; empty where only the file is known.</summary>
    /// <returns>The words.</returns>
    public override string ToString()
    {
        string place = this switch
        {
            { Page: { } page } => string.Create(CultureInfo.InvariantCulture, $"page {page}"),
            { Slide: { } slide } => string.Create(CultureInfo.InvariantCulture, $"slide {slide}"),
            { Sheet: { } sheet, CellRange: { } range } => $"{sheet}!{range}",
            { Sheet: { } sheet } => sheet,
            { CellRange: { } range } => range,
            _ => string.Join(" › ", HeadingPath),
        };
        return Part is null ? place : place.Length == 0 ? Part : $"{Part}: {place}";
    }
}
