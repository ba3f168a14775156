using System.Text;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Cuts CQL into tokens.</summary>
internal sealed class CqlLexer(string source)
{
    private int _at;

    public IReadOnlyList<CqlToken> Read()
    {
        var tokens = new List<CqlToken>();
        CqlToken token;
        do
        {
            token = Next();
            tokens.Add(token);
        }
        while (token.Kind is not CqlTokenKind.End);

        return tokens;
    }

    private CqlToken Next()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at]))
        {
            _at++;
        }

        var start = _at;
        if (_at == source.Length)
        {
            return new CqlToken(CqlTokenKind.End, "", start);
        }

        return source[_at] switch
        {
            '(' => Single(CqlTokenKind.Open),
            ')' => Single(CqlTokenKind.Close),
            ',' => Single(CqlTokenKind.Comma),
            '"' or '\'' => Quoted(),
            '=' or '!' or '~' or '<' or '>' => Operator(),
            _ => Word(),
        };
    }

    private CqlToken Single(CqlTokenKind kind) => new(kind, source[_at].ToString(), _at++);

    private CqlToken Operator()
    {
        var start = _at++;
        if (_at < source.Length && (source[_at] is '=' || (source[start] is '!' && source[_at] is '~')))
        {
            _at++;
        }

        var value = source[start.._at];
        return value is "!" or "==" or "~="
            ? throw new CqlSyntaxException($"Unknown operator '{value}' at {start}")
            : new CqlToken(CqlTokenKind.Operator, value, start);
    }

    private CqlToken Quoted()
    {
        var start = _at;
        var quote = source[_at++];
        var text = new StringBuilder();
        for (; _at < source.Length && source[_at] != quote; _at++)
        {
            if (source[_at] is '\\' && ++_at == source.Length)
            {
                break;
            }

            text.Append(source[_at]);
        }

        if (_at >= source.Length)
        {
            throw new CqlSyntaxException($"The text that begins at {start} has no closing quote");
        }

        _at++;
        return new CqlToken(CqlTokenKind.Text, text.ToString(), start);
    }

    private CqlToken Word()
    {
        var start = _at;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '.' or '_' or '-' or ':' or '/'))
        {
            _at++;
        }

        return _at == start
            ? throw new CqlSyntaxException($"Unexpected character at {start}")
            : new CqlToken(CqlTokenKind.Word, source[start.._at], start);
    }
}
