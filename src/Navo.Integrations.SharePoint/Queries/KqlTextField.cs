using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A property that is searched by words, or compared as a whole.</summary>
public sealed class KqlTextField
{
    private readonly string _name;
    private readonly KqlField<string> _whole;

    internal KqlTextField(string name)
    {
        _name = name;
        _whole = new(name, "=", KqlLiteral.Exact);
    }

    /// <summary>Holds all words, in any order.</summary>
    /// <param name="words">Plain text; nothing in it is read as an operator. 1 to 4,096 characters with at least one letter or digit.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Kql Contains(string words) => new(KqlClause.All(KqlWords.Of(words).Select(Restricted)));

    /// <summary>Holds the words one after another.</summary>
    /// <param name="phrase">Plain text, as in <see cref="Contains"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Kql ContainsPhrase(string phrase) => new(KqlClause.Single(Restricted(KqlWords.Phrase(phrase))));

    /// <summary>Holds the words one after another, where the last may go on: <c>bud</c> finds <c>budget</c>.</summary>
    /// <param name="beginning">Plain text, as in <see cref="Contains"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Kql ContainsPrefix(string beginning) => new(KqlClause.Single(Restricted(KqlWords.Phrase(beginning, isPrefix: true))));

    /// <summary>Is exactly this.</summary>
    /// <param name="value">The value; 1 to 2,000 characters without quotation mark, asterisk, brace or control character.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The value cannot be written.</exception>
    public Kql Is(string value) => _whole.Is(value);

    /// <summary>Is exactly one of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">There is no value, one cannot be written, or they are too many for one query.</exception>
    public Kql In(params IReadOnlyCollection<string> values) => _whole.In(values);

    private string Restricted(string word) => KqlRestriction.Of(_name, ":", word);
}
