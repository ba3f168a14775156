using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A property that is compared with whole values.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class KqlField<T>
    where T : notnull
{
    private readonly string _name;
    private readonly string _comparison;
    private readonly Func<T, string> _literal;

    internal KqlField(string name, string comparison, Func<T, string> literal)
    {
        _name = name;
        _comparison = comparison;
        _literal = literal;
    }

    /// <summary>Is this.</summary>
    /// <param name="value">The value; a text has 1 to 2,000 characters and no quotation mark, asterisk, brace or control character.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The value cannot be written.</exception>
    public Kql Is(T value) => In(value);

    /// <summary>Is one of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">There is no value, one cannot be written, or they are too many for one query.</exception>
    public Kql In(params IReadOnlyCollection<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return KqlRestriction.Any(_name, _comparison, values.Select(Literal));
    }

    private string Literal(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _literal(value);
    }
}
