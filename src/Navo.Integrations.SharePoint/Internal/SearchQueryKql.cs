using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The shared query as KQL. Every filter is expressed or refused, never dropped.</summary>
internal static class SearchQueryKql
{
    private const string PageExtension = "aspx";

    /// <summary>Builds the query within the sites that it asks for, or else within all of the boundary.</summary>
    /// <param name="query">The query.</param>
    /// <param name="boundary">The addresses of the configured sites; empty for no boundary.</param>
    /// <param name="siteOf">The address of a site by the key that the query names; null where there is none.</param>
    public static Kql Build(SearchQuery query, IReadOnlyCollection<Uri> boundary, Func<string, Uri?> siteOf)
    {
        Kql kql = Kql.Text(query.Text) & AnyOf(query.Kinds.Count == 0 ? [ContentKind.Document, ContentKind.Page] : query.Kinds, OfKind);
        if (query.Labels.Count > 0)
        {
            kql &= AnyOf(query.Labels, Labelled);
        }

        if (query.Authors.Count > 0)
        {
            kql &= AnyOf(query.Authors, By);
        }

        if (query.ModifiedSince is { } since)
        {
            kql &= Kql.LastModifiedTime.OnOrAfter(since);
        }

        if (query.ModifiedBefore is { } before)
        {
            kql &= Kql.LastModifiedTime.Before(before);
        }

        if (query.FileTypes.Count > 0)
        {
            kql &= AnyOf(query.FileTypes, static type => Kql.FileExtension.Is(type.TrimStart('.').ToLowerInvariant()));
        }

        return Bound(kql, PlacesOf(query, boundary, siteOf));
    }

    /// <summary>The sites and libraries that the query names, each within the boundary; all of the boundary if it names none.</summary>
    private static IReadOnlyCollection<Uri> PlacesOf(SearchQuery query, IReadOnlyCollection<Uri> boundary, Func<string, Uri?> siteOf)
    {
        Uri[] named = [.. query.Containers.Select(key => Within(boundary, siteOf(key))), .. query.Libraries.Select(address => Within(boundary, LibraryAt(address)))];
        return named.Length == 0 ? boundary : named;
    }

    private static Uri LibraryAt(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? library) && library.Scheme == Uri.UriSchemeHttps
        ? library
        : throw new InvalidQueryException("A library is named by its absolute address; the query was refused rather than widened.");

    /// <summary>KQL of the caller's own, held within the boundary.</summary>
    public static Kql Bound(Kql kql, IReadOnlyCollection<Uri> boundary) => boundary.Count == 0 ? kql : kql.RestrictTo(boundary);

    /// <summary>Whether an address is that of a place, or lies below it.</summary>
    public static bool IsWithin(Uri address, Uri place)
    {
        bool sameHost = Uri.Compare(address, place, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        return sameHost && PathOf(address).StartsWith(PathOf(place), StringComparison.OrdinalIgnoreCase);
    }

    private static string PathOf(Uri address) => $"{Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/')}/";

    private static Uri Within(IReadOnlyCollection<Uri> boundary, Uri? site)
    {
        if (site is null)
        {
            throw new InvalidQueryException("The query asks for a site that is not known; it was refused rather than widened.")
            {
                Remedy = "Name the site by its address, as search hits do.",
            };
        }

        return boundary.Count == 0 || boundary.Any(place => IsWithin(site, place))
            ? site
            : throw new InvalidQueryException("The query asks for a site outside the configured ones; it was refused rather than narrowed.")
            {
                Remedy = "Add the site to the option Sites, or leave it out of the query.",
            };
    }

    private static Kql AnyOf<T>(IReadOnlyList<T> values, Func<T, Kql> clause) => values.Distinct().Select(clause).Aggregate(static (left, right) => left | right);

    private static Kql OfKind(ContentKind kind) => kind switch
    {
        ContentKind.Document => Kql.IsDocument.Is(true) & !Kql.FileExtension.Is(PageExtension),
        ContentKind.Page => Kql.FileExtension.Is(PageExtension),
        ContentKind.Folder => Kql.IsContainer.Is(true),
        _ => throw new InvalidQueryException($"SharePoint has no content of the kind {kind}; the filter was refused rather than dropped."),
    };

    /// <summary>A label is a sensitivity label by its id or a retention label by its name.</summary>
    private static Kql Labelled(string label) => Guid.TryParse(label, out Guid id) ? Kql.SensitivityLabel.Is(id) : Kql.RetentionLabel.Is(label);

    /// <summary>The index knows authors by sign-in name or e-mail address, not by object id.</summary>
    private static Kql By(PrincipalId author) => author.Scheme is PrincipalSchemes.UserPrincipalName or PrincipalSchemes.Email
        ? Kql.Property("AuthorOWSUSER").Text.ContainsPhrase(author.Value)
        : throw new InvalidQueryException($"SharePoint's search cannot find authors by ids of '{author.Scheme}'; the filter was refused rather than dropped.")
        {
            Remedy = $"Name the author by '{PrincipalSchemes.UserPrincipalName}' or '{PrincipalSchemes.Email}'.",
        };
}
