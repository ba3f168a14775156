using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds quotes again in the text that they are of, whatever became of case, spaces, quotation marks and emphasis.</summary>
internal sealed class QuotedText
{
    private const int LeastWords = 3;

    private readonly string _plain;
    private readonly List<int> _places;

    /// <param name="text">The text that quotes may be of; it is brought into their form once.</param>
    public QuotedText(string text) => (_plain, _places) = Normalized(text);

    /// <summary>The spans between quotation marks that have three words or more.</summary>
    public static IReadOnlyList<string> Spans(string text)
    {
        List<string> spans = [];
        for (int i = 0; i < text.Length; i++)
        {
            int end = text[i] switch
            {
                '"' => text.IndexOf('"', i + 1),
                '“' or '„' => text.AsSpan(i + 1).IndexOfAny('”', '“', '"') is var at and >= 0 ? i + 1 + at : -1,
                '«' => text.IndexOf('»', i + 1),
                _ => -1,
            };
            if (end > i)
            {
                spans.Add(text[(i + 1)..end]);
                i = end;
            }
        }

        return [.. spans.Where(static s => s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords)];
    }

    /// <summary>Where a quote stands in the text; null where it does not.</summary>
    public TextSpan? Find(string quote)
    {
        string sought = Normalized(quote).Plain.Trim().TrimEnd('.', ',', ';', '…');
        int at = sought.Length == 0 ? -1 : _plain.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? null : new(_places[at], _places[at + sought.Length - 1] + 1 - _places[at]);
    }

    /// <summary>The text in the form in which quotes are compared, and where each of its characters came from.</summary>
    private static (string Plain, List<int> Places) Normalized(string text)
    {
        StringBuilder plain = new(text.Length);
        List<int> places = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = Folded(text[i]);
            if (c == '\0' || (c == ' ' && plain.Length > 0 && plain[^1] == ' '))
            {
                continue;
            }

            plain.Append(c);
            places.Add(i);
        }

        return (plain.ToString(), places);
    }

    private static char Folded(char c) => c switch
    {
        '*' or '_' or '`' or '\u00AD' or '\u200B' or '\uFEFF' => '\0',
        '“' or '”' or '„' or '«' or '»' => '"',
        '’' or '‘' => '\'',
        '–' or '—' or '‑' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c),
    };
}
