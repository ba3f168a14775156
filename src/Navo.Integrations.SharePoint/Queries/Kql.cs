using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>An immutable query in the Keyword Query Language of SharePoint, made of typed clauses. A value can never change the structure of the query.</summary>
/// <remarks>
/// <para>Begin with words (<c>Kql.Text("leave policy")</c>) or a property (<c>Kql.FileType.In("docx", "pdf")</c>) and combine with
/// <see cref="And"/>, <see cref="Or"/> and <see cref="Not"/> or <c>&amp;</c>, <c>|</c>, <c>!</c>. <see cref="ToString"/> writes the query;
/// the same steps always give the same text, with parentheses around everything that mixes.</para>
/// <para>Language reference: <see href="https://learn.microsoft.com/sharepoint/dev/general-development/keyword-query-language-kql-syntax-reference"/>.</para>
/// </remarks>
public sealed partial class Kql : IEquatable<Kql>
{
    /// <summary>The longest query that the service takes, in characters.</summary>
    public const int MaxLength = 4096;

    private readonly KqlClause _clause;
    private readonly Kql? _negated;

    internal Kql(KqlClause clause, Kql? negated = null)
    {
        if (clause.Text.Length > MaxLength)
        {
            throw new InvalidQueryException($"A query has at most {MaxLength} characters; this one has {clause.Text.Length}.")
            {
                Remedy = "Ask for fewer words, values or sites at a time.",
            };
        }

        _clause = clause;
        _negated = negated;
    }

    /// <summary>Takes a query as a person wrote it. It is parsed, and enclosed in parentheses, so that it can be combined like any other without a change of meaning.</summary>
    /// <param name="query">A query; 1 to 4,094 characters.</param>
    /// <returns>The query.</returns>
    /// <exception cref="InvalidQueryException">The query is malformed, or has a part that the service would leave out; the message names the position.</exception>
    public static Kql Raw(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return KqlRawParser.Parse(query);
    }

    /// <summary>What both find.</summary>
    /// <param name="other">The other query.</param>
    /// <returns>The query for both.</returns>
    /// <exception cref="InvalidQueryException">Together they are longer than <see cref="MaxLength"/>.</exception>
    public Kql And(Kql other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_clause.And(other._clause));
    }

    /// <summary>What either finds.</summary>
    /// <param name="other">The other query.</param>
    /// <returns>The query for either.</returns>
    /// <exception cref="InvalidQueryException">Together they are longer than <see cref="MaxLength"/>.</exception>
    public Kql Or(Kql other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_clause.Or(other._clause));
    }

    /// <summary>What this does not find.</summary>
    /// <returns>The opposite query; the opposite of that is this one again.</returns>
    /// <exception cref="InvalidQueryException">It is longer than <see cref="MaxLength"/>.</exception>
    public Kql Not() => _negated ?? new(_clause.Not(), this);

    /// <summary>Keeps the query below places, whatever it says: a hard boundary that nothing in it can leave.</summary>
    /// <param name="places">The web addresses of sites, libraries or folders; at least one; see <see cref="KqlPathField.Below"/>.</param>
    /// <returns>The query, after the boundary.</returns>
    /// <exception cref="InvalidQueryException">There is no address, one cannot be written, or the query becomes longer than <see cref="MaxLength"/>.</exception>
    public Kql RestrictTo(params IReadOnlyCollection<Uri> places) => Path.Below(places).And(this);

    /// <summary>What both find; see <see cref="And"/>.</summary>
    /// <param name="left">A query.</param>
    /// <param name="right">Another.</param>
    /// <returns>The query for both.</returns>
    public static Kql operator &(Kql left, Kql right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.And(right);
    }

    /// <summary>What either finds; see <see cref="Or"/>.</summary>
    /// <param name="left">A query.</param>
    /// <param name="right">Another.</param>
    /// <returns>The query for either.</returns>
    public static Kql operator |(Kql left, Kql right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Or(right);
    }

    /// <summary>What a query does not find; see <see cref="Not"/>.</summary>
    /// <param name="query">A query.</param>
    /// <returns>The opposite query.</returns>
    public static Kql operator !(Kql query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Not();
    }

    /// <summary>The query as SharePoint reads it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _clause.Text;

    /// <inheritdoc/>
    public bool Equals(Kql? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Kql);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
