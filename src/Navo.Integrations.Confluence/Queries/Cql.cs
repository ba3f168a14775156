using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>An immutable query in the Confluence Query Language, made of typed clauses. A value can never change the structure of the query.</summary>
/// <remarks>
/// <para>Begin with a field (<c>Cql.Space.In("ENG")</c>), combine with <see cref="And"/>, <see cref="Or"/> and <see cref="Not"/> or
/// <c>&amp;</c>, <c>|</c>, <c>!</c>, and end with <see cref="OrderBy"/>. <see cref="ToString"/> writes the query; the same steps always give the same text.</para>
/// <para>Negation is carried inward to the operators (<c>!=</c>, <c>not in</c>, <c>!~</c>, <c>&lt;</c>), so that no query begins with <c>not</c>
/// unless it negates a <see cref="Raw"/> one. Language reference: <see href="https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/"/>.</para>
/// </remarks>
public sealed class Cql : IEquatable<Cql>
{
    private readonly CqlClause _affirmed;
    private readonly CqlClause _negated;
    private readonly string _order;

    internal Cql(CqlClause affirmed, CqlClause negated, string order = "")
    {
        _affirmed = affirmed;
        _negated = negated;
        _order = order;
    }

    /// <summary>The title and the body.</summary>
    public static CqlTextField Text { get; } = new("text");

    /// <summary>What the search box of the site looks through: title, body and labels, ranked as there.</summary>
    public static CqlTextField SiteSearch { get; } = new("siteSearch");

    /// <summary>The title.</summary>
    public static CqlTitleField Title { get; } = new();

    /// <summary>The key of the space; <c>~</c> begins that of a personal space. Always quoted, because keys can be reserved words.</summary>
    public static CqlField<string> Space { get; } = new("space", static key => key);

    /// <summary>The type of the content.</summary>
    public static CqlField<CqlContentType> Type { get; } = new("type", CqlContentTypeNames.Of);

    /// <summary>A label.</summary>
    public static CqlField<string> Label { get; } = new("label", static label => label);

    /// <summary>Who created it: an account id on Cloud, a user key on Data Center. The scheme of the id is not sent.</summary>
    public static CqlField<PrincipalId> Creator { get; } = new("creator", static person => person.Value);

    /// <summary>Who created or edited it: an account id on Cloud, a user key on Data Center. The scheme of the id is not sent.</summary>
    public static CqlField<PrincipalId> Contributor { get; } = new("contributor", static person => person.Value);

    /// <summary>The content's own id.</summary>
    public static CqlField<ContentId> Id { get; } = new("id", static id => id.Value);

    /// <summary>A page above it, at any distance.</summary>
    public static CqlField<ContentId> Ancestor { get; } = new("ancestor", static id => id.Value);

    /// <summary>The page directly above it.</summary>
    public static CqlField<ContentId> Parent { get; } = new("parent", static id => id.Value);

    /// <summary>When it was last modified.</summary>
    public static CqlTimeField LastModified { get; } = new("lastmodified");

    /// <summary>The name of a macro that stands in it, for example <c>include</c>.</summary>
    public static CqlField<string> Macro { get; } = new("macro", static name => name);

    /// <summary>When it was created.</summary>
    public static CqlTimeField Created { get; } = new("created");

    /// <summary>Takes a query as a person wrote it. It is checked, enclosed in parentheses, and a final <c>order by</c> is kept apart, so that it can be combined like any other.</summary>
    /// <param name="query">A query; 1 to 8,000 characters.</param>
    /// <returns>The query.</returns>
    /// <exception cref="InvalidQueryException">Parentheses or quotes do not balance, the order is misplaced or malformed, or nothing is asked; the message names the position.</exception>
    public static Cql Raw(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CqlRawParser.Parse(query);
    }

    /// <summary>What both find.</summary>
    /// <param name="other">The other query.</param>
    /// <returns>The query for both; the order of this one goes before that of the other.</returns>
    public Cql And(Cql other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_affirmed.And(other._affirmed), _negated.Or(other._negated), Orders(_order, other._order));
    }

    /// <summary>What either finds.</summary>
    /// <param name="other">The other query.</param>
    /// <returns>The query for either; the order of this one goes before that of the other.</returns>
    public Cql Or(Cql other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_affirmed.Or(other._affirmed), _negated.And(other._negated), Orders(_order, other._order));
    }

    /// <summary>What this does not find.</summary>
    /// <returns>The opposite query in the same order.</returns>
    public Cql Not() => new(_negated, _affirmed, _order);

    /// <summary>Sorts; a second call sorts what is equal under the first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="direction">The direction.</param>
    /// <returns>The sorted query.</returns>
    /// <exception cref="InvalidQueryException">The field or direction is not one of those named.</exception>
    public Cql OrderBy(CqlSortField field, CqlSortDirection direction = CqlSortDirection.Ascending) =>
        new(_affirmed, _negated, Orders(_order, CqlSortNames.Of(field, direction)));

    /// <summary>Keeps the query within spaces, whatever it says: a hard boundary that nothing in it can leave.</summary>
    /// <param name="spaces">The keys of the spaces; at least one.</param>
    /// <returns>The query, with its order at the end.</returns>
    /// <exception cref="InvalidQueryException">There is no key, or one is empty or has a control character.</exception>
    public Cql RestrictTo(params IReadOnlyCollection<string> spaces) => And(Space.In(spaces));

    /// <summary>What both find; see <see cref="And"/>.</summary>
    /// <param name="left">A query.</param>
    /// <param name="right">Another.</param>
    /// <returns>The query for both.</returns>
    public static Cql operator &(Cql left, Cql right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.And(right);
    }

    /// <summary>What either finds; see <see cref="Or"/>.</summary>
    /// <param name="left">A query.</param>
    /// <param name="right">Another.</param>
    /// <returns>The query for either.</returns>
    public static Cql operator |(Cql left, Cql right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Or(right);
    }

    /// <summary>What a query does not find; see <see cref="Not"/>.</summary>
    /// <param name="query">A query.</param>
    /// <returns>The opposite query.</returns>
    public static Cql operator !(Cql query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Not();
    }

    /// <summary>The query as Confluence reads it, not yet encoded for an address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _order.Length == 0 ? _affirmed.Text : $"{_affirmed.Text} order by {_order}";

    /// <inheritdoc/>
    public bool Equals(Cql? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cql);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static string Orders(string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : $"{first}, {second}";
}
