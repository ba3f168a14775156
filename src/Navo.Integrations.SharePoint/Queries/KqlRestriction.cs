using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>Restrictions of a property, written without white space: with it, the service would take the name for a word to find.</summary>
internal static class KqlRestriction
{
    /// <summary>A restriction by one literal.</summary>
    public static string Of(string name, string comparison, string literal)
    {
        int length = name.Length + comparison.Length + literal.Length;
        return length <= KqlGrammar.MaxRestriction
            ? string.Concat(name, comparison, literal)
            : throw new InvalidQueryException($"A restriction has at most {KqlGrammar.MaxRestriction} characters; that of '{name}' has {length}.");
    }

    /// <summary>One of several literals; said with <c>OR</c>, and never left to what the service makes of repeated properties.</summary>
    public static Kql Any(string name, string comparison, IEnumerable<string> literals)
    {
        string[] restrictions = [.. literals.Distinct(StringComparer.Ordinal).Select(literal => Of(name, comparison, literal))];
        return restrictions.Length > 0
            ? new(KqlClause.Any(restrictions))
            : throw new InvalidQueryException($"The list of values for the property '{name}' is empty.");
    }
}
