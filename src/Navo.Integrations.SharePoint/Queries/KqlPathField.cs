using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>The web address of an item. SharePoint holds it as one word and finds it by its beginning.</summary>
public sealed class KqlPathField
{
    private readonly string _name;

    internal KqlPathField(string name) => _name = name;

    /// <summary>Is exactly this.</summary>
    /// <param name="address">The address of an item: absolute, <c>https</c>, without query or fragment.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The address cannot be written.</exception>
    public Kql Is(Uri address) => KqlRestriction.Any(_name, "=", [KqlLiteral.Address(address, asFolder: false)]);

    /// <summary>
    /// Lies below one of these sites, libraries or folders. The address ends with a slash, so that <c>/sites/hr</c> does not find <c>/sites/hr2</c>;
    /// the place itself is found by <see cref="Is"/>.
    /// </summary>
    /// <param name="places">The addresses; at least one; absolute, <c>https</c>, without query or fragment.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">There is no address, one cannot be written, or they are too many for one query.</exception>
    public Kql Below(params IReadOnlyCollection<Uri> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return KqlRestriction.Any(_name, ":", places.Select(static place => KqlLiteral.Address(place, asFolder: true)));
    }
}
