using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A field that is compared with whole values.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class CqlField<T>
    where T : notnull
{
    private readonly string _name;
    private readonly Func<T, string> _value;

    internal CqlField(string name, Func<T, string> value)
    {
        _name = name;
        _value = value;
    }

    /// <summary>Is this.</summary>
    /// <param name="value">The value; its text has 1 to 4,000 characters and no control characters.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The value cannot be written.</exception>
    public Cql Is(T value)
    {
        string literal = Literal(value);
        return new(CqlClause.Single($"{_name} = {literal}"), CqlClause.Single($"{_name} != {literal}"));
    }

    /// <summary>Is one of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">There is no value, or one cannot be written.</exception>
    public Cql In(params IReadOnlyCollection<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new InvalidQueryException($"The list of values for the field '{_name}' is empty.");
        }

        string list = string.Join(", ", values.Select(Literal).Distinct(StringComparer.Ordinal));
        return new(CqlClause.Single($"{_name} in ({list})"), CqlClause.Single($"{_name} not in ({list})"));
    }

    private string Literal(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return CqlLiteral.Exact(_value(value));
    }
}
