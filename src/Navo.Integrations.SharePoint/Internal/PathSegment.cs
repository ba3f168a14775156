using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A name that somebody gives as one segment of a path. All else in it is encoded, but nothing and dots are no names: they would lead to another resource.</summary>
internal static class PathSegment
{
    /// <exception cref="NotFoundException">Nothing has such a name.</exception>
    public static string Of(string? name) => name is null or "" or "." or ".." ? throw new NotFoundException("Nothing has such an id.") : name;
}
