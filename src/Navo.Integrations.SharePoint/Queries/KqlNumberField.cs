using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A property that holds a number.</summary>
public sealed class KqlNumberField
{
    private readonly string _name;

    internal KqlNumberField(string name) => _name = name;

    /// <summary>Is exactly this.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The clause.</returns>
    public Kql Is(decimal value) => Compared("=", value);

    /// <summary>Is this or more.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The clause.</returns>
    public Kql AtLeast(decimal value) => Compared(">=", value);

    /// <summary>Is this or less.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The clause.</returns>
    public Kql AtMost(decimal value) => Compared("<=", value);

    /// <summary>Is less than this.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The clause.</returns>
    public Kql LessThan(decimal value) => Compared("<", value);

    /// <summary>Is more than this.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The clause.</returns>
    public Kql MoreThan(decimal value) => Compared(">", value);

    /// <summary>Lies between two numbers, or is one of them.</summary>
    /// <param name="first">The lowest.</param>
    /// <param name="last">The highest; not below <paramref name="first"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The highest is below the lowest.</exception>
    public Kql Between(decimal first, decimal last) => first <= last
        ? new(KqlClause.Single(KqlRestriction.Of(_name, ":", $"{KqlLiteral.Number(first)}..{KqlLiteral.Number(last)}")))
        : throw new InvalidQueryException($"The range of the property '{_name}' ends before it begins.");

    private Kql Compared(string comparison, decimal value) => new(KqlClause.Single(KqlRestriction.Of(_name, comparison, KqlLiteral.Number(value))));
}
