using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A point in time. SharePoint compares in UTC.</summary>
public sealed class KqlTimeField
{
    private readonly string _name;

    internal KqlTimeField(string name) => _name = name;

    /// <summary>At this time or later.</summary>
    /// <param name="time">The time; sent in UTC with its fraction of a second.</param>
    /// <returns>The clause.</returns>
    public Kql OnOrAfter(DateTimeOffset time) => Compared(">=", KqlLiteral.Time(time));

    /// <summary>Before this time.</summary>
    /// <param name="time">The time; sent in UTC with its fraction of a second.</param>
    /// <returns>The clause.</returns>
    public Kql Before(DateTimeOffset time) => Compared("<", KqlLiteral.Time(time));

    /// <summary>From the beginning of one day to the end of another, in UTC.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day; not before <paramref name="first"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The last day is before the first.</exception>
    public Kql Between(DateOnly first, DateOnly last) => first <= last
        ? Compared(":", $"{KqlLiteral.Day(first)}..{KqlLiteral.Day(last)}")
        : throw new InvalidQueryException($"The range of the property '{_name}' ends before it begins.");

    private Kql Compared(string comparison, string value) => new(KqlClause.Single(KqlRestriction.Of(_name, comparison, value)));
}
