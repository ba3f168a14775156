using System.Net;

namespace Navo.Integrations.Confluence.Mapping.Html;

/// <summary>Takes HTML apart into tags and text. Whatever it is given, it comes to an end without a complaint, as browsers do.</summary>
internal sealed class HtmlTokens(string html)
{
    private int _at;

    public void Read(HtmlRewriter to)
    {
        while (_at < html.Length)
        {
            int tag = html.IndexOf('<', _at);
            int end = tag < 0 ? html.Length : tag;
            if (end > _at)
            {
                to.Text(WebUtility.HtmlDecode(html[_at..end]));
            }

            _at = end;
            if (tag >= 0)
            {
                Tag(to);
            }
        }
    }

    private void Tag(HtmlRewriter to)
    {
        char next = _at + 1 < html.Length ? html[_at + 1] : ' ';
        if (html.AsSpan(_at).StartsWith("<!--"))
        {
            SkipThrough("-->");
        }
        else if (next is '!' or '?')
        {
            SkipThrough(">");
        }
        else if (next == '/')
        {
            _at += 2;
            string name = Name();
            SkipThrough(">");
            to.End(name);
        }
        else if (char.IsAsciiLetter(next))
        {
            _at++;
            Start(to);
        }
        else
        {
            to.Text("<");
            _at++;
        }
    }

    private void Start(HtmlRewriter to)
    {
        string name = Name();
        Dictionary<string, string> attributes = Attributes();
        if (name is "script" or "style" or "template" or "title")
        {
            // Not text of the page: everything up to the end tag is passed over.
            SkipThrough($"</{name}");
            SkipThrough(">");
            return;
        }

        to.Start(name, attributes);
    }

    private Dictionary<string, string> Attributes()
    {
        Dictionary<string, string> attributes = new(StringComparer.OrdinalIgnoreCase);
        while (_at < html.Length && html[_at] != '>')
        {
            if (char.IsWhiteSpace(html[_at]) || html[_at] is '/' or '=' or '"' or '\'')
            {
                _at++;
                continue;
            }

            int start = _at;
            while (_at < html.Length && !char.IsWhiteSpace(html[_at]) && html[_at] is not ('=' or '>' or '/'))
            {
                _at++;
            }

            attributes.TryAdd(html[start.._at], WebUtility.HtmlDecode(Value()));
        }

        _at = Math.Min(_at + 1, html.Length);
        return attributes;
    }

    private string Value()
    {
        SkipSpace();
        if (_at >= html.Length || html[_at] != '=')
        {
            return string.Empty;
        }

        _at++;
        SkipSpace();
        char quote = _at < html.Length && html[_at] is '"' or '\'' ? html[_at++] : ' ';
        int start = _at;
        while (_at < html.Length && (quote == ' ' ? !char.IsWhiteSpace(html[_at]) && html[_at] != '>' : html[_at] != quote))
        {
            _at++;
        }

        string value = html[start.._at];
        _at += quote == ' ' || _at >= html.Length ? 0 : 1;
        return value;
    }

    private string Name()
    {
        int start = _at;
        while (_at < html.Length && !char.IsWhiteSpace(html[_at]) && html[_at] is not ('/' or '>'))
        {
            _at++;
        }

        return html[start.._at].ToLowerInvariant();
    }

    private void SkipSpace()
    {
        while (_at < html.Length && char.IsWhiteSpace(html[_at]))
        {
            _at++;
        }
    }

    private void SkipThrough(string end)
    {
        int found = html.IndexOf(end, _at, StringComparison.OrdinalIgnoreCase);
        _at = found < 0 ? html.Length : found + end.Length;
    }
}
