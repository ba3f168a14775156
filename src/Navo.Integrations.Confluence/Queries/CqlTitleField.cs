using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>The title: compared as a whole, or searched by words.</summary>
public sealed class CqlTitleField
{
    private readonly CqlField<string> _whole = new("title", static title => title);
    private readonly CqlTextField _words = new("title");

    internal CqlTitleField()
    {
    }

    /// <summary>Is exactly this.</summary>
    /// <param name="title">The title; 1 to 4,000 characters, no control characters.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The title is empty, too long or has a control character.</exception>
    public Cql Is(string title) => _whole.Is(title);

    /// <summary>Is exactly one of these.</summary>
    /// <param name="titles">The titles; at least one.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">There is no title, or one is empty, too long or has a control character.</exception>
    public Cql In(params IReadOnlyCollection<string> titles) => _whole.In(titles);

    /// <summary>Holds all words; see <see cref="CqlTextField.Contains"/>.</summary>
    /// <param name="words">Plain text.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public Cql Contains(string words) => _words.Contains(words);
}
