namespace Navo.Integrations.Testing.SharePoint.Kql;

/// <summary>Parses the keyword query language as far as searches of files use it: words, phrases, prefixes, restrictions, AND, OR, NOT, parentheses. Terms side by side are joined by AND, restrictions of the same property by OR.</summary>
/// <remarks><see href="https://learn.microsoft.com/sharepoint/dev/general-development/keyword-query-language-kql-syntax-reference"/>.</remarks>
internal sealed class KqlParser
{
    private static readonly string[] Operators = ["<>", "<=", ">=", ":", "=", "<", ">"];

    private readonly string _text;
    private int _at;

    private KqlParser(string text) => _text = text;

    public static KqlTerm Parse(string text)
    {
        KqlParser parser = new(text);
        KqlTerm term = parser.Either();
        return parser.Peek() == '\0' ? term : throw new KqlSyntaxException($"Unexpected character at {parser._at}.");
    }

    private KqlTerm Either()
    {
        KqlTerm left = Both();
        while (TryWord("OR"))
        {
            left = new KqlTerm.Or(left, Both());
        }

        return left;
    }

    private KqlTerm Both()
    {
        KqlTerm? left = null;
        List<KqlTerm> run = [One()];
        while (true)
        {
            bool isJoined = TryWord("AND");
            if (!isJoined && (Peek() is '\0' or ')' || IsWord("OR")))
            {
                return Joined(left, run);
            }

            if (isJoined)
            {
                left = Joined(left, run);
                run.Clear();
            }

            run.Add(One());
        }
    }

    /// <summary>Terms side by side are all meant, but of restrictions of the same property any is.</summary>
    private static KqlTerm Joined(KqlTerm? left, List<KqlTerm> run) => run
        .GroupBy(term => term is KqlTerm.Restriction restriction ? restriction.Property.ToLowerInvariant() : (object)term)
        .Select(same => same.Aggregate((a, b) => new KqlTerm.Or(a, b)))
        .Aggregate(left, (all, term) => all is null ? term : new KqlTerm.And(all, term))!;

    private KqlTerm One()
    {
        if (TryWord("NOT") || TryMark('-'))
        {
            return new KqlTerm.Not(One());
        }

        _ = TryMark('+');
        if (TryMark('('))
        {
            KqlTerm inner = Either();
            return TryMark(')') ? inner : throw new KqlSyntaxException("A parenthesis is not closed.");
        }

        return Peek() switch
        {
            '\0' or ')' => throw new KqlSyntaxException("A term is missing."),
            '"' => Phrase(),
            _ => WordOrRestriction(),
        };
    }

    private KqlTerm.Words Phrase()
    {
        (string text, bool isPrefix) = Quoted();
        return new(text, IsPhrase: true, isPrefix);
    }

    private KqlTerm WordOrRestriction()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.'))
        {
            _at++;
        }

        string name = _text[start.._at];
        string? found = name.Length == 0 ? null : Operators.FirstOrDefault(o => string.CompareOrdinal(_text, _at, o, 0, o.Length) == 0);
        if (found is null)
        {
            _at = start;
            string word = Bare();
            return new KqlTerm.Words(word.TrimEnd('*'), IsPhrase: false, word.EndsWith('*'));
        }

        _at += found.Length;
        if (_at >= _text.Length || char.IsWhiteSpace(_text[_at]))
        {
            throw new KqlSyntaxException($"The property {name} has no value.");
        }

        if (_text[_at] == '"')
        {
            (string text, bool isPrefix) = Quoted();
            return new KqlTerm.Restriction(name, found, text, isPrefix);
        }

        string value = Bare();
        return new KqlTerm.Restriction(name, found, value.TrimEnd('*'), value.EndsWith('*'));
    }

    private string Bare()
    {
        int start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('(' or ')' or '"'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw new KqlSyntaxException($"A term is missing at {start}.");
    }

    private (string Text, bool IsPrefix) Quoted()
    {
        int end = _text.IndexOf('"', _at + 1);
        if (end < 0)
        {
            throw new KqlSyntaxException("A quote is not closed.");
        }

        string text = _text[(_at + 1)..end];
        _at = end + 1;
        bool isPrefix = _at < _text.Length && _text[_at] == '*';
        _at += isPrefix ? 1 : 0;
        return (text.TrimEnd('*'), isPrefix || text.EndsWith('*'));
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool IsWord(string word)
    {
        _ = Peek();
        int end = _at + word.Length;
        return string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && (end >= _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '(' or ')');
    }

    private bool TryWord(string word)
    {
        bool isWord = IsWord(word);
        _at += isWord ? word.Length : 0;
        return isWord;
    }

    private bool TryMark(char mark)
    {
        bool isMark = Peek() == mark;
        _at += isMark ? 1 : 0;
        return isMark;
    }
}
