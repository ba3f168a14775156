using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A field that is searched by words.</summary>
public sealed class CqlTextField
{
    private readonly string _name;

    internal CqlTextField(string name) => _name = name;

    /// <summary>Holds all words, in any order and without regard to case.</summary>
    /// <param name="words">Plain text of at most 4,000 characters. Search operators (<c>* ? ~ ^ : ( ) [ ] { } ! / &amp; | " \ &lt; &gt; =</c>, and <c>+ -</c> at the
    /// ends of a word) count as spaces, and <c>AND</c>, <c>OR</c>, <c>NOT</c>, <c>TO</c> are ordinary words.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Cql Contains(string words) => Found(CqlWords.Of(words));

    /// <summary>Holds the words one after another.</summary>
    /// <param name="phrase">Plain text, as in <see cref="Contains"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Cql ContainsPhrase(string phrase) => Found($"\"{CqlWords.Of(phrase)}\"");

    private Cql Found(string search)
    {
        string literal = CqlLiteral.Quoted(search);
        return new(CqlClause.Single($"{_name} ~ {literal}"), CqlClause.Single($"{_name} !~ {literal}"));
    }
}
