using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Types of files, for sources that can't search by them.</summary>
internal sealed class FileTypeFilter(IEnumerable<string> types)
{
    public IReadOnlyList<string> Extensions { get; } = [.. types.Select(Named).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a hit may be such a file: no page is, and of a file without an extension it is not known.</summary>
    public bool Allows(SearchHit hit) => hit.Kind is ContentKind.Document or ContentKind.Attachment or ContentKind.Other
        && (ExtensionOf(hit) is not { Length: > 0 } extension || Extensions.Contains(extension, StringComparer.Ordinal));

    /// <exception cref="InvalidQueryException">There is nothing of it: leaving it out would widen the search.</exception>
    private static string Named(string type) => type.Trim().TrimStart('.') is { Length: > 0 } name
        ? name.ToLowerInvariant()
        : throw new InvalidQueryException("A type of files is an extension such as 'pdf'; one of the query is empty.");

    private static string ExtensionOf(SearchHit hit)
    {
        string named = Path.GetExtension(hit.Title);
        string extension = named.Length > 1 ? named : Path.GetExtension(hit.WebAddress is { IsAbsoluteUri: true } address ? address.AbsolutePath : string.Empty);
        return extension.TrimStart('.').ToLowerInvariant();
    }
}
